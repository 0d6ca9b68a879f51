/** A value that both databases take as a parameter. Instants and booleans are turned into each one's own form. */
export type SqlValue = string | number | boolean | Date | null;

/**
 * Plain SQL for hot paths, the same text on both databases: `?` for parameters, "quoted" names, ON CONFLICT for upserts.
 * Instants come back as milliseconds on SQLite and as Date on PostgreSQL: read them with `instantOf`.
 */
export interface Sql {
  readonly provider: Provider;
  /**
   * Appended to a SELECT that must hold its rows until commit. SQLite has one writer and needs nothing; on PostgreSQL rows
   * that only point at the held one (foreign keys) may still be written.
   */
  readonly forUpdate: '' | ' FOR NO KEY UPDATE';
  /** The same for many at once: they keep only a `forUpdate` of the row waiting, and it them. */
  readonly forShare: '' | ' FOR SHARE';
  all<Row>(text: string, ...values: SqlValue[]): Promise<Row[]>;
  get<Row>(text: string, ...values: SqlValue[]): Promise<Row | undefined>;
  /** Answers how many rows changed. */
  run(text: string, ...values: SqlValue[]): Promise<number>;
}

export type Provider = 'sqlite' | 'postgresql';

export type RawInstant = number | bigint | Date | null;

/** The Date in a raw column of either database. */
export function instantOf(value: RawInstant): Date | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value : new Date(Number(value));
}

/** The boolean in a raw column of either database. */
export function booleanOf(value: number | bigint | boolean | null): boolean {
  return value === true || Number(value) === 1;
}
