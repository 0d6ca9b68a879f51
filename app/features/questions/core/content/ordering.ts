import { rowId } from '#app/features/questions/core/drafts/rows.ts';
import type { OrderingBody, OrderScoring } from '#app/features/questions/core/question.ts';
import type { ContentType } from './content-type.ts';

export interface OrderingContent {
  type: 'ordering';
  /** In the right order. */
  items: string[];
  scoring: OrderScoring;
}

export const orderingContent: ContentType<OrderingContent, OrderingBody> = {
  bodyOf: (stem, { items, scoring }) => ({
    type: 'ordering',
    stem,
    items: items.map((text, index) => ({ id: rowId(index), text })),
    scoring,
  }),
  fileField: (field) => field.replace(/^(items\[\d+\])\.text$/, '$1'),
};
