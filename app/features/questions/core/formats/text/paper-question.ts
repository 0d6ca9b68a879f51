import type { Difficulty } from '../../question.ts';
import type { Run } from './source-line.ts';

/** One option as it stands in a paper. */
export interface PaperOption {
  letter: string;
  line: number;
  isStarred: boolean;
  /** The letter with its sign, for its look. */
  mark: readonly Run[];
  /** Lines of its words. */
  words: Run[][];
}

/** What a line such as 'Đáp án: B' says. */
export interface PaperKey {
  line: number;
  letters: string[];
  truths: boolean[];
  words: string;
}

/** A question of a paper as written: nothing is judged yet. */
export interface PaperQuestion {
  line: number;
  untilLine: number;
  number: number | null;
  section: string;
  difficulty: Difficulty | null;
  stem: Run[][];
  options: PaperOption[];
  key: PaperKey | null;
  explanation: Run[][];
}
