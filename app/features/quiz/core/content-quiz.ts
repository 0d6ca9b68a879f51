import type { Difficulty } from '#app/features/questions/core/question.ts';
import { REVIEW_PRESETS } from './review.ts';
import { normaliseSettings, type QuizKind, type QuizSettings, type WhichAttempt } from './settings.ts';

/** Where a slot of a content quiz takes its questions: by the code of a question or of a category. */
export type ContentSlot =
  | { readonly question: string; readonly maxMark: number }
  | {
      readonly random: string;
      /** Of the categories below it too. */
      readonly withSubcategories?: boolean | undefined;
      readonly difficulty?: Difficulty | undefined;
      readonly count: number;
      readonly maxMark: number;
    };

/** A quiz as a person writes it in `quizzes.yaml`; see `prisma/content/README.md`. */
export interface ContentQuiz {
  /** Never changes: the identity of the quiz. */
  readonly code: string;
  readonly title: string;
  readonly kind: QuizKind;
  readonly module?: string | undefined;
  readonly instructions: string;
  readonly timeLimitSeconds?: number | undefined;
  readonly attemptsAllowed?: number | undefined;
  readonly which?: WhichAttempt | undefined;
  readonly passGrade?: number | undefined;
  readonly shuffleQuestions?: boolean | undefined;
  readonly shuffleOptions?: boolean | undefined;
  readonly questionsPerPage?: number | undefined;
  readonly review?: 'just-after' | 'after-close' | undefined;
  readonly slots: readonly ContentSlot[];
}

/** The whole settings of a content quiz: what the file leaves out, timeLimitSeconds apart, is its kind's default. */
export function settingsOfContent(content: ContentQuiz): QuizSettings {
  const { kind, which, passGrade, attemptsAllowed, shuffleQuestions, shuffleOptions, questionsPerPage, review } =
    content;
  return normaliseSettings({
    kind,
    ...defined({ which, passGrade, attemptsAllowed, shuffleQuestions, shuffleOptions, questionsPerPage }),
    timeLimitSeconds: content.timeLimitSeconds ?? 0,
    ...(review && { review: REVIEW_PRESETS[review] }),
  });
}

function defined<T extends object>(given: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
