import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { CheckIcon, WarningIcon } from '#app/ui/icons.tsx';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionPreview } from '../queries/question-preview.server.ts';
import { PreviewedAnswer } from './previewed-answer.tsx';

/** The question as learners will see it, and what could give its key away. The HTML comes from our own renderer. */
export function QuestionPreviewPanel({ preview }: { preview: QuestionPreview }) {
  const { preview: words } = useMessages(vi, en);
  const bank = useMessages(bankVi, bankEn);
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
          <PreviewedAnswer preview={preview} />
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
            {preview.hints.length > 0 && (
              <li className="flex items-start gap-2">
                <WarningIcon className="mt-1 h-4 w-4 text-amber" />
                <span>{bank.hintsBeside(new Set(preview.hints.map(({ code }) => code)).size)}</span>
              </li>
            )}
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
