import type { Matching } from '#app/features/questions/core/question.ts';
import type { TextAnswer } from '#app/features/questions/core/typed-text.ts';
import { hasText } from './rows.ts';
import { clean, fractionOf, printPercent } from './typed.ts';

/** More answers than this nobody reads. */
export const MAX_ANSWERS = 50;

export interface AnswerDraft {
  text: string;
  /** What it earns, as typed: '100', '33,3'. */
  percent: string;
}

/** How typed texts are compared with the answers, as ticked. */
export interface PolicyDraft {
  ignoreCase: boolean;
  ignoreTones: boolean;
  equivalentSpelling: boolean;
}

export const blankAnswer = (): AnswerDraft => ({ text: '', percent: '100' });
export const blankPolicy = (): PolicyDraft => ({ ignoreCase: true, ignoreTones: false, equivalentSpelling: true });

export const answerDrafts = (answers: readonly TextAnswer[]): AnswerDraft[] =>
  answers.map(({ text, fraction }) => ({ text, percent: printPercent(fraction) }));

export const answersOf = (drafts: readonly AnswerDraft[]): TextAnswer[] =>
  drafts.filter(hasText).map(({ text, percent }) => ({ text: clean(text), fraction: fractionOf(percent) }));

export const policyDraft = ({ case: isStrict, tones, spelling }: Matching): PolicyDraft => ({
  ignoreCase: !isStrict,
  ignoreTones: tones === 'ignore',
  equivalentSpelling: spelling === 'equivalent',
});

export const matchingOf = ({ ignoreCase, ignoreTones, equivalentSpelling }: PolicyDraft): Matching => ({
  case: !ignoreCase,
  tones: ignoreTones ? 'ignore' : 'exact',
  spelling: equivalentSpelling ? 'equivalent' : 'exact',
});
