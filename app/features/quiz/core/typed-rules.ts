import type { QuizProblem } from './quiz-draft-content.ts';
import { readNumber } from './read-number.ts';
import { DEFAULT_SETTINGS, type QuizKind, type QuizSettings } from './settings.ts';

/** The three rules that an author thinks of first, as typed; an empty time or number of attempts means unlimited. */
export interface TypedRules {
  timeLimitMinutes: string;
  attemptsAllowed: string;
  passGrade: string;
}

type Rules = Pick<QuizSettings, 'timeLimitSeconds' | 'attemptsAllowed' | 'passGrade'>;

/** What was typed as settings; what cannot be read is added to `problems`, by the field of the form. */
export function readTypedRules(
  typed: TypedRules,
  { gradeScale }: { gradeScale: number },
  problems: QuizProblem[],
): Rules {
  const minutes = readNumber('timeLimitMinutes', typed.timeLimitMinutes, { most: 24 * 60, ifEmpty: 0 }, problems);
  return {
    timeLimitSeconds: Math.round(minutes * 60),
    attemptsAllowed: readNumber(
      'attemptsAllowed',
      typed.attemptsAllowed,
      { most: 1000, ifEmpty: 0, isWhole: true },
      problems,
    ),
    passGrade: readNumber('passGrade', typed.passGrade, { most: gradeScale }, problems),
  };
}

/** Where a form begins: an exam has about a minute for each question, in steps of five; practice has no limits. */
export function usualRules(kind: QuizKind, questions: number): TypedRules {
  const { attemptsAllowed, passGrade } = DEFAULT_SETTINGS[kind];
  const minutes = Math.min(180, Math.max(10, Math.ceil(questions / 5) * 5));
  return {
    timeLimitMinutes: kind === 'exam' ? String(minutes) : '',
    attemptsAllowed: attemptsAllowed > 0 ? String(attemptsAllowed) : '',
    passGrade: String(passGrade),
  };
}
