import type { FormatProblem, ReadFile } from '#app/features/questions/core/formats/read-question.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

/** What the words behind `::: tu-kiem-tra` ask for. */
export interface CheckWish {
  /** The author says that this is no question of an exam: its answer may stand in the page, folded. */
  isOpen: boolean;
  /** The code of a question of the bank; null = the question is written in the block itself. */
  code: string | null;
}

export function readCheckInfo(info: string): CheckWish {
  const words = nfc(info).split(/\s+/).filter(Boolean);
  const isOpen = words.some((word) => /^(mo|mở|open)$/i.test(word));
  return { isOpen, code: words.find((word) => !/^(mo|mở|open)$/i.test(word)) ?? null };
}

export type CheckProblem = 'not-found' | 'no-question' | 'several-questions' | 'by-hand' | 'unsound';

/** The one question of a block, or what is wrong with it; details of an unsound one in `problems`. */
export function oneQuestion(
  read: ReadFile,
):
  | { kind: 'question'; body: QuestionBody; explanation: string; source: string }
  | { kind: 'broken'; problem: CheckProblem; problems: FormatProblem[] } {
  const broken = (problem: CheckProblem) => ({ kind: 'broken' as const, problem, problems: read.problems });
  const [question, ...others] = read.questions;
  if (!question) return broken(read.problems.some(({ code }) => code !== 'empty-file') ? 'unsound' : 'no-question');
  if (others.length > 0) return broken('several-questions');
  if (question.body.type === 'essay') return broken('by-hand');
  const { body, explanation, source } = question;
  return { kind: 'question', body, explanation, source };
}
