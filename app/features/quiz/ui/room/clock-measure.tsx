import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import { type MeasureAnswer, MeasureForm } from './measure-form.tsx';

type Props = { of: 'One' | 'Room'; isPaused: boolean; pageKey: string; answer: MeasureAnswer | undefined };

/** Stops the clock of one person or of a room, or lets it run again. */
export function ClockMeasure({ of, isPaused, pageKey, answer }: Props) {
  const { measures } = useMessages(boardVi, boardEn);
  const kind = isPaused ? 'resume' : 'pause';
  return (
    <MeasureForm
      {...{ pageKey, answer, kind }}
      title={measures[kind]}
      lead={measures[`${kind}Lead`]}
      button={measures[`${kind}${of}`]}
      {...(isPaused && { look: 'primary' as const })}
      hidden={{ do: kind }}
    />
  );
}
