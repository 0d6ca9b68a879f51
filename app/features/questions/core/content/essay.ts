import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { EssayBody } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface EssayContent {
  type: 'essay';
  minWords: number;
  maxWords: number;
  maxFiles: number;
  rubric: { text: string; levels: { points: number; text: string }[] }[];
  markerNotes: string;
}

export const essayContent: ContentType<EssayContent, EssayBody> = {
  bodyOf: (stem, { minWords, maxWords, maxFiles, rubric, markerNotes }) => ({
    ...{ type: 'essay', stem, minWords, maxWords, maxFiles, markerNotes },
    rubric: rubric.map(({ text, levels }, index) => ({ id: rowId(index), text, levels })),
  }),
};
