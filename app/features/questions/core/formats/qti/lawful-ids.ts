import { letterId } from '../letter-ids.ts';

const LAWFUL = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** Identifiers as XML allows them: the question's own where all of them are lawful, else letters. */
export function lawfulIds(rows: readonly { id: string }[], prefix = ''): Map<string, string> {
  const isLawful = rows.every(({ id }) => LAWFUL.test(prefix + id));
  return new Map(rows.map(({ id }, index) => [id, isLawful ? prefix + id : `${prefix}${letterId(index)}`]));
}
