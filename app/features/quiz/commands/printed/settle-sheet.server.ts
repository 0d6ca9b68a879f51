import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { countLetters, type EntryProblem, readEntry } from '../../core/printed/read-entry.ts';
import { printLetters } from '../../core/printed/read-letters.ts';
import { editionOf, settleSheet } from '../../core/printed/sheet.ts';
import { holdPaperSet } from '../../data/printed/paper-sets.server.ts';
import { holdSheet, storeSheet } from '../../data/printed/paper-sheets.server.ts';
import { loadPaperSet, readVariants } from '../../queries/printed/set-reading.server.ts';

export type SettleOutcome =
  | { readonly kind: 'settled' | 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: 'overtaken' | 'unknown-variant' | 'set-closed' }
  | { readonly kind: 'refused'; readonly reason: 'bad-answers'; readonly problems: readonly EntryProblem[] };

/**
 * Settles where two entries of a sheet differ, by all its answers as the paper has them. Refused as overtaken when either
 * entry was typed anew after the differences were shown.
 */
export async function settlePaperSheet(
  actor: Actor,
  setId: string,
  settlement: { personId: string; edition: string; variant: string; answers: readonly string[] },
): Promise<SettleOutcome> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  await loadPaperSet(scope, setId);
  const { variants } = await readVariants(setId);
  const variant = variants.find(({ code }) => code === settlement.variant);
  if (!variant) return { kind: 'refused', reason: 'unknown-variant' };
  const letters = countLetters(variant.items);
  // Read anew, so that what is settled obeys the same rules as what is typed.
  const typed = settlement.answers.slice(0, letters).map((answer) => answer.trim());
  const string = typed.map((answer, at) =>
    answer.length > 1 ? `(${answer})` : printLetters([answer], [variant.items[at]!]),
  );
  const written = Object.fromEntries(
    settlement.answers.slice(letters).map((answer, at) => [String(letters + at + 1), answer]),
  );
  const { answers, problems } = readEntry(variant.items, string.join(''), written);
  if (problems.length > 0) return { kind: 'refused', reason: 'bad-answers', problems };
  return transact(actor, 'quiz.paper-sheet-settled', async ({ sql, at, record, unchanged }) => {
    const set = await holdPaperSet(sql, scope, setId);
    const before = await holdSheet(sql, setId, settlement.personId);
    if (!set || !before) throw new AppError('not-found');
    const refuse = (reason: 'overtaken' | 'set-closed'): SettleOutcome => {
      unchanged();
      return { kind: 'refused', reason };
    };
    if (set.closedAt !== null) return refuse('set-closed');
    if (editionOf(before) !== settlement.edition) return refuse('overtaken');
    const sheet = settleSheet(before, { variant: variant.code, answers, byId: actor.personId, at, source: 'typed' });
    if (!sheet) {
      unchanged();
      return { kind: 'unchanged' };
    }
    await storeSheet(sql, before, sheet);
    record(setId, { personId: settlement.personId, variant: variant.code }, set.unitPath);
    return { kind: 'settled' };
  });
}
