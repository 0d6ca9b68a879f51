import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { controlClass } from '#app/ui/control-class.ts';
import { CheckIcon, WarningIcon } from '#app/ui/icons.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionPreview } from '../queries/question-preview.server.ts';

/** The question as learners will see it, and what could give its key away. The HTML comes from our own renderer. */
export function QuestionPreviewPanel({ preview }: { preview: QuestionPreview }) {
  const { preview: words, hints } = useMessages(vi, en);
  return (
    <aside aria-labelledby="preview-title" className="space-y-6">
      <section className="rounded border border-edge bg-surface p-4 sm:p-5">
        <h2 id="preview-title" className="text-sm text-muted">
          {words.title}
        </h2>
        {preview.stemHtml === '' ? (
          <p className="mt-2 text-muted">{words.empty}</p>
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by platform/documents, which escapes
          <div className="space-y-3 mt-2" dangerouslySetInnerHTML={{ __html: preview.stemHtml }} />
        )}
        <div className="mt-4">
          <Choices preview={preview} />
        </div>
        {preview.optionsHtml.length > 0 && <p className="mt-3 text-sm text-muted">{words.note}</p>}
        {preview.explanationHtml && (
          <div className="mt-4 border-t border-line pt-3">
            <h3 className="text-sm text-muted">{words.explanation}</h3>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by platform/documents, which escapes */}
            <div className="space-y-3 mt-1" dangerouslySetInnerHTML={{ __html: preview.explanationHtml }} />
          </div>
        )}
      </section>
      <section>
        <h2 className="text-lg">{words.hints}</h2>
        <div role="status">
          <ul className="mt-1 space-y-1.5">
            {[...new Set(preview.hints.map(({ code }) => code))].map((code) => (
              <li key={code} className="flex items-start gap-2">
                <WarningIcon className="mt-1 h-4 w-4 text-amber" />
                <span>{hints[code]}</span>
              </li>
            ))}
            {preview.hints.length === 0 && (
              <li className="flex items-start gap-2 text-muted">
                <CheckIcon className="mt-1 h-4 w-4" />
                <span>{words.noHints}</span>
              </li>
            )}
          </ul>
        </div>
      </section>
    </aside>
  );
}

/** The choices as rows that look like those of an exam; they are there to be looked at. */
function Choices({ preview }: { preview: QuestionPreview }) {
  const { preview: words, truth } = useMessages(vi, en);
  if (preview.type === 'short-answer') {
    return (
      <label className="block">
        <span className="font-semibold">{words.answer}</span>
        <input type="text" disabled className={controlClass('mt-1 w-full')} />
      </label>
    );
  }
  const rows = preview.type === 'true-false' ? [truth.true, truth.false] : preview.optionsHtml;
  return (
    <ul className="space-y-2">
      {rows.map((row, at) => (
        <li key={at} className="flex min-h-[3rem] items-start gap-3 rounded border border-edge px-4 py-2.5">
          <span
            aria-hidden="true"
            className={`mt-[0.3em] h-5 w-5 shrink-0 border border-edge ${preview.type === 'multiple' ? 'rounded-sm' : 'rounded-full'}`}
          />
          {preview.type === 'true-false' ? (
            <span>{row}</span>
          ) : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by platform/documents, which escapes
            <span className="min-w-0 flex-1" dangerouslySetInnerHTML={{ __html: row }} />
          )}
        </li>
      ))}
    </ul>
  );
}
