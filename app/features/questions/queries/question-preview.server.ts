import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { shownPictures } from '#app/features/media/queries/shown-pictures.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import type { ShownFile } from '#app/platform/documents/lesson-blocks.server.ts';
import { renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';
import { bodyOfDraft } from '../core/draft-content.ts';
import { readListChange } from '../core/list-change.ts';
import { plainText } from '../core/plain-text.ts';
import { type QualityHint, qualityHints } from '../core/quality-hints.ts';
import type {
  PresentedBlank,
  PresentedQuestion,
  PresentedText,
  QuestionBody,
  QuestionTypeName,
} from '../core/question.ts';
import { changeDraft, type QuestionDraft } from '../core/question-draft.ts';
import { displayOrder, presentQuestion } from '../core/question-types.ts';

/** A draft as a learner would see it, and where it could still be guessed or misread. HTML is safe to show. */
export interface QuestionPreview {
  type: QuestionTypeName;
  stemHtml: string;
  optionsHtml: string[];
  statementsHtml?: string[];
  promptsHtml?: string[];
  choicesHtml?: string[];
  itemsHtml?: string[];
  /** In the order of the stem, which holds each as '(1) …'. */
  blanks?: { kind: 'text' | 'choice' | 'number'; options: string[] }[];
  units?: string[];
  limits?: NonNullable<PresentedQuestion['limits']>;
  criteria?: string[];
  explanationHtml: string;
  hints: QualityHint[];
}

type Pictures = ReadonlyMap<string, ShownFile>;

/** The preview of a draft as far as it is written, its pictures in the sizes that screens need. */
export async function previewOf(draft: QuestionDraft): Promise<QuestionPreview> {
  const body = bodyOfDraft(draft);
  return drawn(draft, body, await shownPictures([JSON.stringify(body), draft.explanation]));
}

/** In the author's order, but for what is always left to chance. */
function drawn(draft: QuestionDraft, body: QuestionBody, pictures: Pictures): QuestionPreview {
  const linesOf = (texts: readonly PresentedText[]) => texts.map(({ text }) => renderMarkdownInline(text, pictures));
  const order = displayOrder(body, seededRandom('preview'), { shuffle: false });
  const { stem, options = [], statements, prompts, choices, items, blanks, ...rest } = presentQuestion(body, order);
  const { units, limits, criteria } = rest;
  return {
    type: body.type,
    stemHtml: withBlanks(renderMarkdown(stem, pictures)),
    optionsHtml: linesOf(options),
    ...(statements && { statementsHtml: linesOf(statements) }),
    ...(prompts && { promptsHtml: linesOf(prompts) }),
    ...(choices && { choicesHtml: linesOf(choices) }),
    ...(items && { itemsHtml: linesOf(items) }),
    ...(blanks && { blanks: blanks.map(blankPreview) }),
    ...(units && { units }),
    ...(limits && { limits }),
    ...(criteria && { criteria }),
    explanationHtml: renderMarkdown(draft.explanation, pictures),
    hints: qualityHints({ body, source: draft.source }),
  };
}

const blankPreview = ({ kind, options = [] }: PresentedBlank) => ({
  kind,
  options: options.map(({ text }) => plainText(text)),
});

// No quotes: a mark within an attribute stays within it.
const withBlanks = (html: string) =>
  html.replace(/\{\{(\d{1,2})\}\}/g, (_, position) => `<b>(${Number(position) + 1}) ……</b>`);

/**
 * The draft after a button of its form was pressed (an option added, removed or moved; 'preview' only looks), with its
 * preview. Null for a button that no form has. Changes nothing stored.
 */
export async function redrawnDraft(
  actor: Actor,
  draft: QuestionDraft,
  intent: string,
): Promise<{ draft: QuestionDraft; preview: QuestionPreview } | null> {
  requireScope(actor, 'question.author');
  const change = readListChange(intent);
  if (!change && intent !== 'preview') return null;
  const redrawn = change ? changeDraft(draft, change) : draft;
  return { draft: redrawn, preview: await previewOf(redrawn) };
}
