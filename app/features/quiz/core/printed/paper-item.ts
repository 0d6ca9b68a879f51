import type { OptionOrder, QuestionBody } from '#app/features/questions/core/question.ts';
import { presentQuestion } from '#app/features/questions/core/question-types.ts';

/** How a question is answered on a sheet of paper; nothing of the key is in it. */
export type PaperItem =
  /** One letter; `isMany`: several may be right. */
  | { readonly kind: 'choice'; readonly options: number; readonly isMany: boolean }
  | { readonly kind: 'true-false' }
  | { readonly kind: 'cluster'; readonly parts: number }
  /** To each of so many prompts one of so many letters. */
  | { readonly kind: 'matching'; readonly parts: number; readonly options: number }
  /** All letters in an order. */
  | { readonly kind: 'ordering'; readonly options: number }
  /** Words or a number on a line. */
  | { readonly kind: 'text' }
  /** Of each gap the number of letters to choose from, 0 where words are written. */
  | { readonly kind: 'blanks'; readonly gaps: readonly number[] }
  /** Marked by hand. */
  | { readonly kind: 'essay' };

/** The parts of a paper, in their order. Questions are shuffled within one, never across. */
export const PAPER_SECTIONS = ['choice', 'true-false', 'cluster', 'order', 'written', 'essay'] as const;
export type PaperSection = (typeof PAPER_SECTIONS)[number];

const SECTION_OF: Record<PaperItem['kind'], PaperSection> = {
  choice: 'choice',
  'true-false': 'true-false',
  cluster: 'cluster',
  matching: 'order',
  ordering: 'order',
  text: 'written',
  blanks: 'written',
  essay: 'essay',
};

export const sectionOf = ({ kind }: Pick<PaperItem, 'kind'>): PaperSection => SECTION_OF[kind];

/** Whether it is answered by letters, which are typed in one string; the others are typed each in a field of its own. */
export const isByLetters = (item: PaperItem): boolean => {
  const section = sectionOf(item);
  return section !== 'written' && section !== 'essay';
};

/** How a question is answered on paper. Throws RangeError for an order that does not fit. */
export function paperItemOf(body: QuestionBody, order: OptionOrder): PaperItem {
  const shown = presentQuestion(body, order);
  switch (body.type) {
    case 'single':
    case 'multiple':
      return { kind: 'choice', options: shown.options?.length ?? 0, isMany: body.type === 'multiple' };
    case 'true-false':
      return { kind: 'true-false' };
    case 'cluster':
      return { kind: 'cluster', parts: shown.statements?.length ?? 0 };
    case 'matching':
      return { kind: 'matching', parts: shown.prompts?.length ?? 0, options: shown.choices?.length ?? 0 };
    case 'ordering':
      return { kind: 'ordering', options: shown.items?.length ?? 0 };
    case 'short-answer':
    case 'numerical':
      return { kind: 'text' };
    case 'blanks':
      return { kind: 'blanks', gaps: (shown.blanks ?? []).map(({ options }) => options?.length ?? 0) };
    case 'essay':
      return { kind: 'essay' };
  }
}

/** The section of a question without drawing an order for it. */
export function sectionOfType(type: QuestionBody['type']): PaperSection {
  switch (type) {
    case 'single':
    case 'multiple':
      return 'choice';
    case 'true-false':
    case 'cluster':
    case 'essay':
      return type;
    case 'matching':
    case 'ordering':
      return 'order';
    default:
      return 'written';
  }
}

/** A, B, C ... as options are named on paper. */
export const letterAt = (position: number): string => String.fromCharCode(65 + position);
