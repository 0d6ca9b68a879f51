/** What a feature stores about a person, for the person's own eyes: parts and columns are codes, words are chosen at the edge. */
export interface PersonDataPart {
  readonly part: string;
  readonly rows: readonly Readonly<Record<string, PersonDataValue>>[];
}

/** Texts, numbers, days, and instants as ISO texts. */
export type PersonDataValue = string | number | boolean | null;

/** An instant as the export writes it. */
export const instantText = (at: Date | null): string | null => (at ? at.toISOString() : null);
