import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import type { OrderingBody, OrderScoring } from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { blankRow, changeRows, freeRowId, hasText, rowField, rowId, type TextRow } from './rows.ts';
import { clean } from './typed.ts';

export interface OrderingDraft {
  /** In the right order. */
  items: TextRow[];
  orderScoring: OrderScoring;
}

export const orderingDraft: DraftType<OrderingBody, OrderingDraft> = {
  blank: () => ({ items: [0, 1, 2, 3].map((index) => blankRow(rowId(index))), orderScoring: 'next-to' }),

  draftOf: ({ items, scoring }) => ({ items: items.map(({ id, text }) => ({ id, text })), orderScoring: scoring }),

  bodyOf: (stem, { items, orderScoring }) => ({
    type: 'ordering',
    stem,
    items: items.filter(hasText).map(({ id, text }) => ({ id, text: clean(text) })),
    scoring: orderScoring,
  }),

  formField: (field, { items }) => rowField(field, 'items', items, hasText),

  change: ({ items }, change) =>
    change.list === 'items' ? { items: changeRows(items, change, () => blankRow(freeRowId(items)), MAX_OPTIONS) } : {},
};
