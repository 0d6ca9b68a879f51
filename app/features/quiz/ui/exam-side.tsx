import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ClockIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../messages/en.ts';
import { pulseEn } from '../messages/pulse-en.ts';
import { pulseVi } from '../messages/pulse-vi.ts';
import { vi } from '../messages/vi.ts';
import { Countdown } from './countdown.tsx';
import { type MapMark, QuestionMap } from './question-map.tsx';
import { SaveStatus } from './save-status.tsx';
import type { Autosave } from './use-autosave.ts';

type Props = {
  save: Pick<Autosave, 'time' | 'look' | 'state'>;
  deadlineAt: Date | null;
  /** An examiner has stopped the clock. */
  isPaused: boolean;
  isPreview: boolean;
  marks: readonly MapMark[];
  form: string;
};

/** Beside the questions: time left, receipt, map. On a phone the first two stay at the lower edge. */
export function ExamSide({ save, deadlineAt, isPaused, isPreview, marks, form }: Props) {
  const words = useMessages(vi, en).attempt;
  return (
    <aside aria-label={words.status} className="mt-10 md:sticky md:top-5 md:mt-0 md:self-start">
      <div className="fixed inset-x-0 bottom-0 z-20 flex flex-wrap justify-between gap-x-4 border-t border-edge bg-surface px-4 py-2 text-sm md:static md:mb-6 md:flex-col md:gap-2 md:border-0 md:bg-transparent md:p-0 md:text-base">
        {isPaused ? (
          <StoppedClock seconds={save.time?.seconds ?? null} />
        ) : (
          <Countdown time={save.time} deadlineAt={deadlineAt} onZero={save.look} />
        )}
        <SaveStatus state={save.state} />
      </div>
      {isPreview && (
        <Notice title={words.preview} className="mb-6">
          {words.previewText}
        </Notice>
      )}
      <QuestionMap form={form} marks={marks} />
    </aside>
  );
}

function StoppedClock({ seconds }: { seconds: number | null }) {
  const words = useMessages(pulseVi, pulseEn);
  const lang = useLang();
  return (
    <p className="flex items-center gap-2 font-semibold">
      <ClockIcon className="h-5 w-5 text-muted" />
      {seconds === null ? words.paused : words.pausedLeft(formatDuration(lang, seconds))}
    </p>
  );
}
