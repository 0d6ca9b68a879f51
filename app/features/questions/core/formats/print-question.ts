import type { ReadQuestion } from './read-question.ts';

/** A question that is to be written into a file. */
export type PrintQuestion = Omit<ReadQuestion, 'line' | 'untilLine'>;

/** What of a question a format has no word for. */
export type Unsayable =
  | 'type'
  | 'scoring'
  | 'fixed'
  | 'matching'
  | 'tolerance'
  | 'units'
  | 'marking'
  | 'difficulty'
  | 'source'
  | 'feedback'
  | 'explanation'
  | 'tags'
  | 'category'
  | 'title'
  | 'pictures';

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
