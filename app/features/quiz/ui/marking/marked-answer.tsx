import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingTaskPage } from '../../queries/marking/marking-task.server.ts';
import { Rendered } from '../rendered.tsx';

const countWords = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The question, what somebody wrote to it, the files, and what markers should know. */
export function MarkedAnswer({ task }: { task: MarkingTaskPage }) {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  const { stemHtml, answer, files, markerNotesHtml, taskId } = task;
  const size = (bytes: number) => words.kilobytes(formatNumber(lang, Math.max(1, Math.round(bytes / 1024))));
  return (
    <div className="space-y-6">
      <Rendered html={stemHtml} className="max-w-reading space-y-3 text-lg font-semibold" />
      <section aria-labelledby="bai-lam" className="space-y-2">
        <h2 id="bai-lam" className="text-lg">
          {words.answer}
        </h2>
        <p className="text-sm text-muted">
          {[words.words(formatNumber(lang, countWords(answer))), useLimits(task)].filter(Boolean).join(', ')}
        </p>
        {answer ? (
          <div className="max-w-reading whitespace-pre-line break-words border-l-4 border-edge pl-4 font-serif text-lg leading-relaxed">
            {answer}
          </div>
        ) : (
          <p className="text-muted">{words.empty}</p>
        )}
      </section>
      {files.length > 0 && (
        <section aria-labelledby="tep" className="space-y-2">
          <h2 id="tep" className="text-lg">
            {words.files}
          </h2>
          <ul className="space-y-1">
            {files.map(({ id, name, byteSize }) => (
              <li key={id}>
                <a href={`/marking/tasks/${taskId}/files/${id}`} target="_blank" rel="noreferrer">
                  {words.file(name, size(byteSize))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {markerNotesHtml && (
        <details open className="max-w-reading border-t border-line pt-3">
          <summary className="cursor-pointer font-semibold">{words.notes}</summary>
          <Rendered html={markerNotesHtml} className="mt-2 space-y-3" />
        </details>
      )}
    </div>
  );
}

/** How long it was asked to be; '' where nothing was said. */
function useLimits({ wordLimits }: MarkingTaskPage): string {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  const { minWords = 0, maxWords = 0 } = wordLimits ?? {};
  if (minWords > 0 && maxWords > 0) return words.limits(formatNumber(lang, minWords), formatNumber(lang, maxWords));
  if (minWords > 0) return words.least(formatNumber(lang, minWords));
  return maxWords > 0 ? words.most(formatNumber(lang, maxWords)) : '';
}
