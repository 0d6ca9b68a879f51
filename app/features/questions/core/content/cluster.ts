import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { ClusterBody, Scoring } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface ClusterContent {
  type: 'cluster';
  statements: { text: string; answer: boolean; feedback?: string }[];
  scoring: Scoring;
}

export const clusterContent: ContentType<ClusterContent, ClusterBody> = {
  bodyOf: (stem, { statements, scoring }) => ({
    type: 'cluster',
    stem,
    statements: statements.map(({ text, answer, feedback }, index) => ({
      ...{ id: rowId(index), text, answer },
      ...(feedback && { feedback }),
    })),
    scoring,
  }),
};
