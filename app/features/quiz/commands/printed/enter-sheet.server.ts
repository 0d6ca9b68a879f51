import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { type EntryProblem, readEntry } from '../../core/printed/read-entry.ts';
import {
  type EntryDecision,
  enterSheet,
  type Round,
  type SheetEntry,
  type SheetState,
} from '../../core/printed/sheet.ts';
import { holdPaperSet } from '../../data/printed/paper-sets.server.ts';
import { holdSheet, storeSheet } from '../../data/printed/paper-sheets.server.ts';
import { findListed, listRoster, loadPaperSet, readVariants } from '../../queries/printed/set-reading.server.ts';

/** What an examiner types from one sheet. */
export interface TypedSheet {
  readonly round: Round;
  readonly variant: string;
  /** The number on the list, a login name or a personnel number. */
  readonly who: string;
  readonly letters: string;
  /** Words by number, where words were written. */
  readonly written: Readonly<Record<string, string>>;
  readonly replaces: boolean;
}

export type EntryOutcome =
  | {
      readonly kind: 'saved' | 'unchanged';
      readonly person: { readonly personId: string; readonly fullName: string; readonly number: number | null };
      readonly state: SheetState;
      /** Both times by the same person. */
      readonly isSameHand: boolean;
    }
  | { readonly kind: 'refused'; readonly reason: 'set-closed' | 'unknown-person' | 'unknown-variant' }
  | { readonly kind: 'refused'; readonly reason: 'bad-answers'; readonly problems: readonly EntryProblem[] }
  | {
      readonly kind: 'refused';
      readonly reason: Extract<EntryDecision, { kind: 'refused' }>['reason'];
      readonly person: string;
    };

/**
 * Stores one sheet as typed the first or the second time, and compares the two. Nothing of what another typed is told, no
 * key is needed, and the same sheet sent again changes nothing.
 */
export async function enterPaperSheet(actor: Actor, setId: string, typed: TypedSheet): Promise<EntryOutcome> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  const set = await loadPaperSet(scope, setId);
  const { variants } = await readVariants(setId);
  const variant = variants.find(({ code }) => code === typed.variant.trim());
  if (!variant) return { kind: 'refused', reason: 'unknown-variant' };
  const { sql } = database();
  const person = await findListed(sql, set, await listRoster(sql, set), typed.who);
  if (!person) return { kind: 'refused', reason: 'unknown-person' };
  const { answers, problems } = readEntry(variant.items, typed.letters, typed.written);
  if (problems.length > 0) return { kind: 'refused', reason: 'bad-answers', problems };
  const { personId, fullName, number, unitPath } = person;
  return transact(actor, 'quiz.paper-sheet-entered', async ({ sql, at, record, unchanged }) => {
    const held = await holdPaperSet(sql, scope, setId);
    if (!held) throw new AppError('not-found');
    if (held.closedAt !== null) {
      unchanged();
      return { kind: 'refused', reason: 'set-closed' };
    }
    const before = await holdSheet(sql, setId, personId);
    const entry: SheetEntry = { variant: variant.code, answers, byId: actor.personId, at, source: 'typed' };
    const decision = enterSheet(before, entry, typed);
    const who = { personId, fullName, number };
    if (decision.kind !== 'stored') {
      unchanged();
      if (decision.kind === 'refused') return { ...decision, person: fullName };
      return { kind: 'unchanged', person: who, state: before?.state ?? 'entered', isSameHand: false };
    }
    const { sheet } = decision;
    await storeSheet(sql, { id: before?.id ?? newId(), setId, personId }, sheet);
    record(setId, { personId, round: typed.round, state: sheet.state, replaced: typed.replaces }, unitPath);
    const isSameHand = sheet.second !== null && sheet.second.byId === sheet.first.byId;
    return { kind: 'saved', person: who, state: sheet.state, isSameHand };
  });
}
