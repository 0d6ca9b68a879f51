import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { MultipleBody, QuestionOption, SingleBody } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

/** An option as course content writes it. */
export interface ContentOption {
  text: string;
  correct?: boolean;
  fixed?: boolean;
  feedback?: string;
}

export interface ChoiceContent {
  type: 'single' | 'multiple';
  options: ContentOption[];
}

// How many options are marked correct is judged by `contentProblems`.
const fileField = (field: string) => (field === 'correct' ? null : field);

export const singleContent: ContentType<ChoiceContent, SingleBody> = {
  bodyOf: (stem, { options }) => ({
    type: 'single',
    stem,
    options: optionsOf(options),
    correct: rightIds(options)[0] ?? '',
  }),
  fileField,
};

export const multipleContent: ContentType<ChoiceContent, MultipleBody> = {
  bodyOf: (stem, { options }) => ({
    type: 'multiple',
    stem,
    options: optionsOf(options),
    correct: rightIds(options),
    scoring: 'right-minus-wrong',
  }),
  fileField,
};

/** The ids of the options marked correct. */
export function rightIds(options: readonly ContentOption[]): string[] {
  return options.flatMap(({ correct }, index) => (correct ? [rowId(index)] : []));
}

function optionsOf(options: readonly ContentOption[]): QuestionOption[] {
  return options.map(({ text, fixed, feedback }, index) => ({
    id: rowId(index),
    text,
    ...(fixed && { fixed }),
    ...(feedback && { feedback }),
  }));
}
