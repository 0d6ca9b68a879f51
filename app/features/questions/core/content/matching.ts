import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { MatchingBody, Scoring } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface MatchingContent {
  type: 'matching';
  /** Equal choices are one choice. */
  pairs: { prompt: string; choice: string; feedback?: string | undefined }[];
  /** Choices that go with no prompt. */
  extra: string[];
  scoring: Scoring;
}

export const matchingContent: ContentType<MatchingContent, MatchingBody> = {
  bodyOf(stem, { pairs, extra, scoring }) {
    const texts = [...new Set(pairs.map(({ choice }) => choice)), ...extra];
    return {
      type: 'matching',
      stem,
      prompts: pairs.map(({ prompt, feedback }, index) => ({
        ...{ id: rowId(index), text: prompt },
        ...(feedback && { feedback }),
      })),
      choices: texts.map((text, index) => ({ id: rowId(index), text })),
      pairs: Object.fromEntries(pairs.map(({ choice }, index) => [rowId(index), rowId(texts.indexOf(choice))])),
      scoring,
    };
  },
  fileField: (field) =>
    field
      .replace(/^prompts(\[\d+\])?\.text$/, 'pairs$1.prompt')
      .replace(/^prompts/, 'pairs')
      .replace(/^choices.*/, 'extra'),
};
