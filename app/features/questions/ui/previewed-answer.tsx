import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { controlClass } from '#app/ui/control-class.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionPreview } from '../queries/question-preview.server.ts';

/** What a learner answers with, to be looked at: rows that look like those of an exam, fields that take nothing. */
export function PreviewedAnswer({ preview }: { preview: QuestionPreview }) {
  const { preview: words, truth } = useMessages(vi, en);
  const { promptsHtml = [], choicesHtml = [], itemsHtml = [], blanks = [] } = preview;
  switch (preview.type) {
    case 'single':
    case 'multiple':
      return <Marks htmls={preview.optionsHtml} mark={preview.type === 'multiple' ? 'rounded-sm' : 'rounded-full'} />;
    case 'true-false':
      return <Marks htmls={[truth.true, truth.false]} mark="rounded-full" />;
    case 'cluster':
      return <Statements htmls={preview.statementsHtml ?? []} />;
    case 'matching':
      return (
        <>
          <Rows title={words.prompts} htmls={promptsHtml} />
          <Rows title={words.choices} htmls={choicesHtml} isLettered />
        </>
      );
    case 'ordering':
      return <Rows title={words.items} htmls={itemsHtml} />;
    case 'blanks':
      return (
        <ol className="space-y-1">
          {blanks.map(({ kind, options }, at) => (
            <li key={at}>
              {words.blank(at + 1)}: {kind === 'choice' ? options.join(' / ') : words.blankKinds[kind]}
            </li>
          ))}
        </ol>
      );
    case 'essay':
      return <EssayFrame preview={preview} />;
    default:
      return (
        <label className="block">
          <span className="font-semibold">{words.answer}</span>
          <input type="text" disabled className={controlClass('mt-1 w-full')} />
          {preview.units && <span className="text-sm text-muted">{words.units(preview.units.join(', '))}</span>}
        </label>
      );
  }
}

function Line({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by platform/documents, which escapes
  return <span className="min-w-0 flex-1" dangerouslySetInnerHTML={{ __html: html }} />;
}

function Marks({ htmls, mark }: { htmls: readonly string[]; mark: string }) {
  return (
    <ul className="space-y-2">
      {htmls.map((html, at) => (
        <li key={at} className="flex min-h-[3rem] items-start gap-3 rounded border border-edge px-4 py-2.5">
          <span aria-hidden="true" className={`mt-[0.3em] h-5 w-5 shrink-0 border border-edge ${mark}`} />
          <Line html={html} />
        </li>
      ))}
    </ul>
  );
}

function Statements({ htmls }: { htmls: readonly string[] }) {
  const { truth } = useMessages(vi, en);
  return (
    <ul className="divide-y divide-line border-y border-line">
      {htmls.map((html, at) => (
        <li key={at} className="flex items-start gap-4 py-2">
          <Line html={html} />
          {[truth.true, truth.false].map((label) => (
            <span key={label} className="flex shrink-0 items-center gap-1.5 text-muted">
              <span aria-hidden="true" className="h-4 w-4 rounded-full border border-edge" />
              {label}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Rows({ title, htmls, isLettered }: { title: string; htmls: readonly string[]; isLettered?: boolean }) {
  return (
    <div className="mt-3 first:mt-0">
      <h3 className="text-sm text-muted">{title}</h3>
      <ol className={`ml-5 space-y-1 ${isLettered ? 'list-[upper-alpha]' : 'list-decimal'}`}>
        {htmls.map((html, at) => (
          <li key={at}>
            <Line html={html} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function EssayFrame({ preview: { limits, criteria = [] } }: { preview: QuestionPreview }) {
  const { preview: words } = useMessages(vi, en);
  const { minWords = 0, maxWords = 0, maxFiles = 0 } = limits ?? {};
  const notes = [
    ...(minWords + maxWords > 0 ? [words.words(minWords, maxWords)] : []),
    ...(maxFiles > 0 ? [words.files(maxFiles)] : []),
  ];
  return (
    <>
      <textarea disabled rows={5} aria-label={words.answer} className={controlClass('w-full')} />
      {notes.length > 0 && <p className="mt-1 text-sm text-muted">{notes.join('. ')}.</p>}
      {criteria.length > 0 && <Rows title={words.criteria} htmls={criteria.map(escaped)} />}
    </>
  );
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
