import type { NumericalBody } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface NumericalContent {
  type: 'numerical';
  answers: {
    value: number;
    tolerance: number;
    toleranceKind: 'absolute' | 'relative';
    fraction: number;
    feedback?: string;
  }[];
  units: { name: string; factor: number }[];
  unitPolicy: NumericalBody['unitPolicy'];
  unitPenalty: number;
}

export const numericalContent: ContentType<NumericalContent, NumericalBody> = {
  bodyOf: (stem, { answers, units, unitPolicy, unitPenalty }) => ({
    ...{ type: 'numerical', stem, units, unitPolicy, unitPenalty },
    answers: answers.map(({ feedback, ...answer }) => ({ ...answer, ...(feedback && { feedback }) })),
  }),
};
