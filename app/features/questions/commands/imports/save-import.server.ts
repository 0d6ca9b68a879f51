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
  /** This revision has been taken into the bank: the same form came twice. */
  | { kind: 'taken'; revision: number }
  | { kind: 'closed' };

/** Keeps what the author has typed and chosen so far, unless somebody changed the import since. */
export async function saveImport(actor: Actor, importId: string, edited: EditedImport): Promise<SaveImportResult> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const stored = await findImport(read, scope, importId);
  if (!stored) throw new AppError('not-found');
  const { revision, updatedAt, decisions } = stored;
  if (stored.state === 'discarded') return { kind: 'closed' };
  if (decisions.takes.includes(edited.revision)) return { kind: 'taken', revision };
  if (revision !== edited.revision) return { kind: 'conflict', revision, at: updatedAt };
  const category = edited.categoryId === '' ? null : await findCategory(read, scope, edited.categoryId);
  if (edited.categoryId !== '' && !category) throw new AppError('not-found');
  const next: ImportDecisions = {
    ...decisions,
    ...{ difficulty: edited.difficulty, tags: [...edited.tags], choices: edited.choices ?? decisions.choices },
  };
  const change = { source: edited.source, format: edited.format, categoryId: category?.id ?? null, decisions: next };
  const isSame =
    stored.source === change.source &&
    stored.format === change.format &&
    stored.categoryId === change.categoryId &&
    JSON.stringify(decisions) === JSON.stringify(next);
  if (isSame) return { kind: 'unchanged', revision, at: updatedAt };
  return transactQuietly('questions.import-saved', async (sql, at) => {
    const isWritten = await replaceImportPlainly(sql, { id: importId, revision }, change, at);
    return isWritten ? { kind: 'saved', revision: revision + 1, at } : { kind: 'conflict', revision: revision + 1, at };
  });
}
