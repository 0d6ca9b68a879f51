import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import type { Board } from '../../queries/room/board-reading.server.ts';
import { ClockMeasure } from './clock-measure.tsx';
import { type MeasureAnswer, MeasureForm } from './measure-form.tsx';
import { MinutesField } from './minutes-field.tsx';

type Props = {
  session: Board['session'];
  pageKey: string;
  answer: MeasureAnswer | undefined;
  /** From the log: minutes that are proposed to be taken back. */
  minutes: string;
};

/** What an examiner does with a whole room: give minutes, stop the clock, let it run. */
export function RoomMeasures({ session, pageKey, answer, minutes }: Props) {
  const words = useMessages(boardVi, boardEn);
  const { measures } = words;
  const same = { pageKey, answer };
  return (
    <div className="space-y-8">
      <MeasureForm {...same} kind="minutes" title={measures.minutes} button={measures.give} hidden={{ do: 'minutes' }}>
        {({ problem, typed }) => (
          <>
            <MinutesField id="minutes-minutes" error={problem('minutes')} defaultValue={typed('minutes') || minutes} />
            <ChoiceGroup
              type="radio"
              name="to"
              label={measures.to}
              options={[
                { value: 'room', label: measures.toRoom },
                { value: 'quiz', label: measures.toQuiz },
              ]}
              defaultValue={typed('to') || 'room'}
              error={problem('to')}
            />
          </>
        )}
      </MeasureForm>
      <ClockMeasure of="Room" isPaused={session.pausedAt !== null} {...same} />
    </div>
  );
}
