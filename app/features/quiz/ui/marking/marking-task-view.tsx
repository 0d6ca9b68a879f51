import { formatMark, formatNumber, formatPercent, formatRatio } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingTaskPage } from '../../queries/marking/marking-task.server.ts';
import { type MarkAnswer, MarkForm } from './mark-form.tsx';
import { MarkedAnswer } from './marked-answer.tsx';
import { ReopenForm } from './reopen-form.tsx';

type Props = { task: MarkingTaskPage; answer?: MarkAnswer; isSaved: boolean; isReasonMissing: boolean };

/** One answer in front of a marker: what was written, and beside it how it is judged. */
export function MarkingTaskView({ task, answer, isSaved, isReasonMissing }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { progress, state, refused } = task;
  const { done, total } = progress;
  return (
    <>
      <Notices task={task} answer={answer} isSaved={isSaved} />
      <div className="gap-10 md:grid md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MarkedAnswer task={task} />
        <div className="mt-8 space-y-6 md:mt-0">
          <ProgressBar
            label={words.quiz.progress}
            text={words.quiz.progressOf(formatRatio(lang, done, total), formatPercent(lang, total ? done / total : 0))}
            fraction={total ? done / total : 0}
          />
          {refused === null ? (
            <>
              <div>
                <h2 className="text-xl">{task.rubric.length > 0 ? words.task.rubric : words.task.mark}</h2>
                <p className="text-sm text-muted">{words.task.remaining(formatNumber(lang, progress.forMarker))}</p>
                {task.rubric.length > 0 && <p className="hidden text-sm text-muted md:block">{words.task.keys}</p>}
              </div>
              <MarkForm key={task.taskId} task={task} answer={answer} />
            </>
          ) : (
            <LinkButton to={`/marking/${task.quizId}`}>{words.task.back}</LinkButton>
          )}
          {state === 'done' && <ReopenForm taskId={task.taskId} isReasonMissing={isReasonMissing} />}
        </div>
      </div>
    </>
  );
}

function Notices({ task, answer, isSaved }: Omit<Props, 'isReasonMissing'>) {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  const { state, finalFraction, maxMark, own } = task;
  const final = finalFraction === null ? '–' : formatMark(lang, finalFraction * maxMark);
  return (
    <>
      {isSaved && !answer && (
        <Notice kind="success" title={words.saved} live>
          {state !== 'done' && words.savedOpen}
        </Notice>
      )}
      {answer?.problem.kind === 'refused' && task.refused && (
        <Notice kind="warning" title={words.refused[task.refused]} live />
      )}
      {state === 'done' && <Notice title={words.settled}>{words.settledText(final, formatMark(lang, maxMark))}</Notice>}
      {state === 'third' && own === null && <Notice title={words.third} />}
      {(state === 'first' || state === 'second') && task.markersWanted > 1 && <Notice title={words.two} />}
      {task.isOnOtherTable && state !== 'done' && (
        <Notice kind="warning" title={words.otherTable}>
          {words.otherTableText}
        </Notice>
      )}
    </>
  );
}
