import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Choice, ImportDecisions } from '../../core/imports/decisions.ts';
import type { SourceFormat } from '../../core/imports/source-formats.ts';
import type { Difficulty } from '../../core/question.ts';
import { findCategory } from '../../data/categories.server.ts';
import { findImport, replaceImportPlainly } from '../../data/imports/question-imports.server.ts';

/** Everything of an import that its screen edits. */
export interface EditedImport {
  /** The one that the editing began from. */
  revision: number;
  source: string;
  format: SourceFormat;
  /** Empty: not chosen yet. */
  categoryId: string;
  difficulty: Difficulty;
  tags: readonly string[];
  /** Absent: as they are. */
  choices?: Readonly<Record<string, Choice>> | undefined;
}

export type SaveImportResult =
  | { kind: 'saved' | 'unchanged'; revision: number; at: Date }
  /** Another tab or another author was faster: nothing is written. */
  | { kind: 'conflict'; revision: number; at: Date }
  /** This revision has been taken into the bank, and the form says nothing else: it came twice. */
  | { kind: 'taken'; revision: number }
  | { kind: 'closed' };

/**
 * Keeps what the author has typed and chosen so far, unless somebody changed the import since. A category that is gone by now
 * (merged, taken away) is none: what was typed is kept all the same.
 */
export async function saveImport(actor: Actor, importId: string, edited: EditedImport): Promise<SaveImportResult> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored) throw new AppError('not-found');
  const { revision, updatedAt, decisions } = stored;
  if (stored.state === 'discarded') return { kind: 'closed' };
  const next: ImportDecisions = {
    ...decisions,
    ...{ difficulty: edited.difficulty, tags: [...edited.tags], choices: edited.choices ?? decisions.choices },
  };
  const saysTheSame =
    stored.source === edited.source &&
    stored.format === edited.format &&
    JSON.stringify(decisions) === JSON.stringify(next);
  if (saysTheSame && decisions.takes.includes(edited.revision)) return { kind: 'taken', revision };
  if (revision !== edited.revision) return { kind: 'conflict', revision, at: updatedAt };
  const category = edited.categoryId === '' ? null : await findCategory(read, scope, edited.categoryId);
  const change = { source: edited.source, format: edited.format, categoryId: category?.id ?? null, decisions: next };
  if (saysTheSame && stored.categoryId === change.categoryId) return { kind: 'unchanged', revision, at: updatedAt };
  return transactQuietly('questions.import-saved', async (sql, at) => {
    const isWritten = await replaceImportPlainly(sql, { id: importId, revision }, change, at);
    return isWritten ? { kind: 'saved', revision: revision + 1, at } : { kind: 'conflict', revision: revision + 1, at };
  });
}
