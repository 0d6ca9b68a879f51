import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { PresentedText, QuestionTypeName } from '#app/features/questions/core/question.ts';
import { presentQuestion, presentResponse } from '#app/features/questions/core/question-types.ts';
import type { QuestionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { type HtmlNode, htmlTree } from '#app/platform/documents/html-tree.server.ts';
import { renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';
import type { PaperSlot } from '../core/paper.ts';
import type { SlotAnswer } from '../data/answers.server.ts';

/** A rendered text that is known by its displayed position. */
export interface ShownText {
  position: number;
  html: string;
}

/** The same where it also stands in a select or is said aloud. */
export interface ShownPart extends ShownText {
  text: string;
}

export interface ShownBlank {
  position: number;
  kind: 'text' | 'choice' | 'number';
  /** Of a choice. */
  options?: { position: number; text: string }[];
}

/** A question as its learner sees it: rendered, parts by displayed position, no trace of the key. */
export interface ShownQuestion {
  slot: number;
  type: QuestionTypeName;
  stemHtml: string;
  /** single, multiple; empty for other types. */
  options: ShownText[];
  /** cluster */
  statements?: ShownText[];
  /** matching */
  prompts?: ShownText[];
  choices?: ShownPart[];
  /** ordering */
  items?: ShownPart[];
  /** blanks: the stem as a tree whose texts hold each blank as {{position}}. */
  stem?: HtmlNode[];
  blanks?: ShownBlank[];
  /** numerical */
  units?: string[];
  /** essay */
  limits?: { minWords: number; maxWords: number; maxFiles: number };
  criteria?: string[];
}

// Rendered once per version and process, without hashing the text again for each page.
const rendered = new WeakMap<QuestionVersion, Map<string, string>>();
const trees = new WeakMap<QuestionVersion, HtmlNode[]>();

/** A text of a version as HTML, its pictures in the sizes that screens need. */
export function renderOf(version: QuestionVersion, text: string, render: typeof renderMarkdown): string {
  const texts = rendered.get(version) ?? new Map<string, string>();
  const found = texts.get(text) ?? render(text, version.pictures);
  texts.set(text, found);
  rendered.set(version, texts);
  return found;
}

/** The question of a slot; nothing in the answer tells the key. */
export function showQuestion(version: QuestionVersion, place: PaperSlot): ShownQuestion {
  const shown = presentQuestion(version.body, place.optionOrder);
  const { type, stem, options = [], statements, prompts, choices, items, blanks, units, limits, criteria } = shown;
  const asText = ({ position, text }: PresentedText): ShownText => ({
    position,
    html: renderOf(version, text, renderMarkdownInline),
  });
  const asPart = (one: PresentedText): ShownPart => ({ ...asText(one), text: wordsOf(one.text) });
  return {
    slot: place.slot,
    type,
    stemHtml: blanks ? '' : renderOf(version, stem, renderMarkdown),
    options: options.map(asText),
    ...(statements && { statements: statements.map(asText) }),
    ...(prompts && { prompts: prompts.map(asText) }),
    ...(choices && { choices: choices.map(asPart) }),
    ...(items && { items: items.map(asPart) }),
    ...(blanks && { stem: treeOf(version, stem), blanks: blanks.map(showBlank) }),
    ...(units && { units }),
    ...(limits && { limits }),
    ...(criteria && { criteria: criteria.map((text) => renderOf(version, text, renderMarkdownInline)) }),
  };
}

/** What a text says where it cannot be drawn: of a sound its name, without the mark by which authors write it. */
const wordsOf = (text: string): string => plainText(text.replace(/!\[(?:audio|video):\s*/gi, '!['));

/** Blanks stand in the order of the stem whoever sees it, so that one tree serves all. */
function treeOf(version: QuestionVersion, stem: string): HtmlNode[] {
  const found = trees.get(version) ?? htmlTree(renderMarkdown(stem, version.pictures));
  trees.set(version, found);
  return found;
}

const showBlank = ({
  position,
  kind,
  options,
}: NonNullable<ReturnType<typeof presentQuestion>['blanks']>[number]): ShownBlank => ({
  position,
  kind,
  ...(options && { options: options.map((one) => ({ position: one.position, text: wordsOf(one.text) })) }),
});

/** The stored response as the form shows it. */
export const showResponse = (version: QuestionVersion, place: PaperSlot, answer: SlotAnswer | undefined) =>
  presentResponse(version.body, answer?.response ?? null, place.optionOrder);
