import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { BoardSeat } from '../../core/room/board.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import { ClockMeasure } from './clock-measure.tsx';
import { type MeasureAnswer, MeasureForm } from './measure-form.tsx';
import { MinutesField } from './minutes-field.tsx';

type Props = {
  seat: BoardSeat;
  pageKey: string;
  answer: MeasureAnswer | undefined;
  /** From the log: minutes that are proposed to be taken back. */
  minutes: string;
};

/** What an examiner does with one person: only what can be done with the person as the seat stands now. */
export function SeatMeasures({ seat, pageKey, answer, minutes }: Props) {
  const words = useMessages(boardVi, boardEn);
  const { measures } = words;
  const { state, isPaused, questions } = seat;
  const isWorking = questions !== null && (state === 'working' || state === 'silent');
  const isEnded = state === 'submitted';
  const same = { pageKey, answer };
  return (
    <div className="space-y-8">
      {!isEnded && state !== 'voided' && (
        <MeasureForm
          {...same}
          kind="minutes"
          title={measures.minutes}
          button={measures.give}
          hidden={{ do: 'minutes' }}
        >
          {({ problem, typed }) => (
            <MinutesField id="minutes-minutes" error={problem('minutes')} defaultValue={typed('minutes') || minutes} />
          )}
        </MeasureForm>
      )}
      {isWorking && <ClockMeasure of="One" isPaused={isPaused} {...same} />}
      {isWorking && (
        <MeasureForm
          {...same}
          kind="submit"
          title={measures.submit}
          lead={measures.submitLead}
          button={measures.submitOne}
          hidden={{ do: 'submit' }}
        />
      )}
      {(isWorking || isEnded || state === 'voided') && (
        <MeasureForm
          {...same}
          kind="restart"
          title={measures.restart}
          lead={measures.restartLead}
          button={measures.restartOne}
          hidden={{ do: 'restart' }}
        >
          {({ problem, typed }) =>
            state === 'voided' ? (
              <input type="hidden" name="old" value="void" />
            ) : (
              <ChoiceGroup
                id="restart-old"
                type="radio"
                name="old"
                label={measures.old}
                options={[
                  { value: 'void', label: measures.oldVoid },
                  { value: 'keep', label: measures.oldKeep },
                ]}
                defaultValue={typed('old')}
                error={problem('old')}
              />
            )
          }
        </MeasureForm>
      )}
      {(isWorking || isEnded) && (
        <MeasureForm
          {...same}
          kind="void"
          title={measures.void}
          lead={measures.voidLead}
          button={measures.voidOne}
          look="danger"
          hidden={{ do: 'void' }}
        />
      )}
    </div>
  );
}
