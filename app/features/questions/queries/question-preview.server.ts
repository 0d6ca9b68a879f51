import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';
import { bodyOfDraft } from '../core/draft-content.ts';
import { readListChange } from '../core/list-change.ts';
import type { QuestionTypeName } from '../core/question.ts';
import { changeDraft, type QuestionDraft } from '../core/question-draft.ts';
import { type QuestionHint, questionHints } from '../core/question-hints.ts';
import { optionIds, presentQuestion } from '../core/question-types.ts';

/** A draft as a learner would see it, and where it could still be guessed or misread. HTML is safe to show. */
export interface QuestionPreview {
  type: QuestionTypeName;
  stemHtml: string;
  optionsHtml: string[];
  explanationHtml: string;
  hints: QuestionHint[];
}

/** The preview of a draft as far as it is written, in the author's order of options. */
export function previewOf(draft: QuestionDraft): QuestionPreview {
  const body = bodyOfDraft(draft);
  const presented = presentQuestion(body, optionIds(body));
  return {
    type: body.type,
    stemHtml: renderMarkdown(presented.stem),
    optionsHtml: (presented.options ?? []).map(({ text }) => renderMarkdownInline(text)),
    explanationHtml: renderMarkdown(draft.explanation),
    hints: questionHints(body),
  };
}

/**
 * The draft after a button of its form was pressed (an option added, removed or moved; 'preview' only looks), with its
 * preview. Null for a button that no form has. Changes nothing stored.
 */
export function redrawnDraft(
  actor: Actor,
  draft: QuestionDraft,
  intent: string,
): { draft: QuestionDraft; preview: QuestionPreview } | null {
  requireScope(actor, 'question.author');
  const change = readListChange(intent);
  if (!change && intent !== 'preview') return null;
  const redrawn = change ? changeDraft(draft, change) : draft;
  return { draft: redrawn, preview: previewOf(redrawn) };
}
