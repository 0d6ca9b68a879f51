import type { MediaKind } from '#app/features/media/core/media-type.ts';
import type { LocalDate } from '#app/kernel/vietnam-time.ts';
import type { ItemField, ItemFields, ItemKind } from './item.ts';

export type ItemProblemCode =
  | 'future'
  | 'before-issue'
  | 'no-file'
  | 'file-gone'
  | 'not-a-picture'
  | 'not-a-clip'
  | 'not-for-reading'
  | 'no-alt'
  | 'no-text';

export interface ItemProblem {
  readonly field: ItemField;
  readonly code: ItemProblemCode;
}

/** Which kinds of files a kind of thing may carry. */
const filesOf: Record<ItemKind, readonly MediaKind[]> = {
  // A scanned page is a picture.
  document: ['document', 'picture'],
  article: ['document', 'picture'],
  picture: ['picture'],
  clip: ['film', 'sound'],
};
const wrongFile: Record<ItemKind, ItemProblemCode> = {
  document: 'not-for-reading',
  article: 'not-for-reading',
  picture: 'not-a-picture',
  clip: 'not-a-clip',
};

/**
 * What is wrong with a thing as a whole, beyond the shape of each field. `file` is the kind of the file that it names: null
 * when that is not kept. In the order of the form; empty = it can be kept.
 */
export function judgeItem(item: ItemFields, file: MediaKind | null, today: LocalDate): ItemProblem[] {
  const { kind, issuedOn, asOf, mediaId, mediaAlt, body } = item;
  const problems: ItemProblem[] = [];
  const say = (field: ItemField, code: ItemProblemCode) => problems.push({ field, code });
  if (issuedOn !== null && issuedOn > today) say('issuedOn', 'future');
  if (asOf > today) say('asOf', 'future');
  else if (issuedOn !== null && asOf < issuedOn) say('asOf', 'before-issue');
  if (mediaId === null) {
    if (kind === 'picture' || kind === 'clip') say('mediaId', 'no-file');
    else if (kind === 'article' && body.trim() === '') say('body', 'no-text');
  } else if (file === null) say('mediaId', 'file-gone');
  else if (!filesOf[kind].includes(file)) say('mediaId', wrongFile[kind]);
  else if (file === 'picture' && mediaAlt.trim() === '') say('mediaAlt', 'no-alt');
  return problems;
}
