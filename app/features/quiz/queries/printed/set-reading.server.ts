import { mayAnywhere, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import { type PaperItem, paperItemOf } from '../../core/printed/paper-item.ts';
import type { Variant } from '../../core/printed/variants.ts';
import {
  findPaperSet,
  listVariants,
  type PaperScope,
  type StoredPaperSet,
} from '../../data/printed/paper-sets.server.ts';
import {
  findPersonByName,
  listPaperPeople,
  listSessionNumbers,
  type PaperPerson,
} from '../../data/printed/roster.server.ts';

/** Where the actor reaches sets. Throws forbidden for who is neither author nor examiner anywhere. */
export function paperScope(actor: Actor): PaperScope {
  if (!mayAnywhere(actor, 'exam.run') && !mayAnywhere(actor, 'quiz.author')) {
    throw new AppError('forbidden', { reason: 'exam.run' });
  }
  return { run: scopeOf(actor, 'exam.run'), author: scopeOf(actor, 'quiz.author') };
}

/** A set within the reach; throws not-found. */
export async function loadPaperSet(scope: PaperScope, setId: string): Promise<StoredPaperSet> {
  const set = await findPaperSet(database().sql, scope, setId);
  if (!set) throw new AppError('not-found');
  return set;
}

export interface ReadVariant extends Variant {
  /** How each number is answered. */
  readonly items: readonly PaperItem[];
}

export interface ReadVariants {
  readonly variants: readonly ReadVariant[];
  /** Of each question, with its key: for commands and queries, never for a page. */
  readonly bodyOf: (versionId: string) => QuestionBody;
}

/** The variants of a set with how each of their questions is answered. */
export async function readVariants(setId: string): Promise<ReadVariants> {
  const variants = await listVariants(database().sql, setId);
  const versions = await questionVersions(variants.flatMap(({ paper }) => paper.map((slot) => slot.questionVersionId)));
  const bodyOf = (versionId: string) => versions.get(versionId)!.body;
  return {
    bodyOf,
    variants: variants.map((variant) => ({
      ...variant,
      items: variant.paper.map((slot) => paperItemOf(bodyOf(slot.questionVersionId), slot.optionOrder)),
    })),
  };
}

/** Somebody on the list of a set. */
export interface ListedPerson extends PaperPerson {
  /** On the list; null for who is not on it and whose sheet was entered all the same. */
  readonly number: number | null;
}

/** Who sits a set, in the order of the numbers: the seats of its session, or the list kept with it. */
export async function listRoster(sql: Sql, { settings }: StoredPaperSet): Promise<ListedPerson[]> {
  const { sessionId, roster } = settings;
  const numbers = sessionId === null ? roster : await listSessionNumbers(sql, sessionId);
  const people = await listPaperPeople(
    sql,
    numbers.map(([personId]) => personId),
  );
  return numbers.flatMap(([personId, number]) => {
    const person = people.get(personId);
    return person ? [{ ...person, number }] : [];
  });
}

/**
 * Whom the typed number means: the number on the list, else a login name or personnel number of somebody on the list or
 * within the set's unit. Null for nobody.
 */
export async function findListed(
  sql: Sql,
  set: StoredPaperSet,
  roster: readonly ListedPerson[],
  who: string,
): Promise<ListedPerson | null> {
  const typed = who.trim().toLowerCase();
  const byNumber = /^\d{1,4}$/.test(typed) ? roster.find(({ number }) => number === Number(typed)) : undefined;
  const listed =
    byNumber ??
    roster.find(({ login, personNumber }) => login?.toLowerCase() === typed || personNumber.toLowerCase() === typed);
  if (listed) return listed;
  const found = await findPersonByName(sql, set.unitPath, typed);
  return found ? { ...found, number: null } : null;
}
