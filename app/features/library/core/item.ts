import { addYears, type LocalDate } from '#app/kernel/vietnam-time.ts';

export const itemKinds = ['document', 'article', 'picture', 'clip'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What an author writes of a thing in the library. */
export interface ItemFields {
  readonly kind: ItemKind;
  readonly title: string;
  /** Markdown: of an article its whole text, of the others what they are. */
  readonly body: string;
  readonly topic: string;
  readonly tags: readonly string[];
  /** Who issued or wrote it, and where it was found. */
  readonly source: string;
  /** '35-NQ/TW'; '' = it has none. */
  readonly symbol: string;
  /** Where it stands on the Internet; told, never fetched. '' = nowhere. */
  readonly link: string;
  readonly issuedOn: LocalDate | null;
  /** The day up to which what is said of it holds. */
  readonly asOf: LocalDate;
  /** A kept file of features/media; null = none. */
  readonly mediaId: string | null;
  /** The words that stand for the file: what a picture shows, what a film or sound is called. */
  readonly mediaAlt: string;
}

export type ItemField = keyof ItemFields;

/** The fields in which two states of a thing differ, in the order of the form. */
export function differingFields(one: ItemFields, other: ItemFields): ItemField[] {
  return fieldsInOrder.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

const fieldsInOrder: readonly ItemField[] = [
  ...(['kind', 'title', 'symbol', 'issuedOn', 'source', 'asOf', 'topic', 'tags', 'link'] as const),
  ...(['mediaId', 'mediaAlt', 'body'] as const),
];

/** Whether nobody has looked for a year whether a thing still holds. */
export const isStale = (asOf: LocalDate, today: LocalDate): boolean => addYears(asOf, 1) < today;

/** The fields alone, of whatever carries more. */
export function fieldsOf(item: ItemFields): ItemFields {
  const { kind, title, symbol, issuedOn, source, asOf, topic, tags, link, mediaId, mediaAlt, body } = item;
  return { kind, title, symbol, issuedOn, source, asOf, topic, tags, link, mediaId, mediaAlt, body };
}
