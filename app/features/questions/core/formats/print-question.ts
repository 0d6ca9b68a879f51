import type { ReadQuestion } from './read-question.ts';

/** A question that is to be written into a file. */
export type PrintQuestion = Omit<ReadQuestion, 'line' | 'untilLine'>;

/** What of a question a format may have no word for, in the order in which it is told. */
export const unsayables = [
  'type',
  /** Options, or what is right among them. */
  'answers',
  'scoring',
  'fixed',
  'matching',
  'tolerance',
  'units',
  'marking',
  'difficulty',
  'source',
  'feedback',
  'explanation',
  'tags',
  'category',
  'title',
  'pictures',
  /** The look of a text: bold, a link, a table. */
  'markup',
] as const;
export type Unsayable = (typeof unsayables)[number];

export interface PrintLoss {
  /** Which of the questions, from 0. */
  index: number;
  lost: Unsayable[];
  /** The format cannot hold the question at all. */
  isLeftOut: boolean;
}

export interface PrintedFile {
  text: string;
  losses: PrintLoss[];
}
