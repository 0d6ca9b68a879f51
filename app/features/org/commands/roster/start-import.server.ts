import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { dropStaged, type StagedFile } from '#app/platform/files/media-store.server.ts';
import { dropOwnFile, keepOwnFile } from '#app/platform/files/own-files.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import type { Subject } from '../../core/roster/columns.ts';
import type { Policy } from '../../core/roster/plan-row.ts';
import { insertImport } from '../../data/roster/imports.server.ts';
import { findUnit } from '../../data/units.server.ts';

export interface NewImport {
  readonly unitId: string;
  readonly subject: Subject;
  readonly policy: Policy;
  /** Only counts for who may make units there. */
  readonly makesUnits: boolean;
  readonly file: { readonly staged: StagedFile; readonly name: string };
}

/**
 * Takes a roster file in to be read for a unit within the actor's reach: nothing but the import itself is stored, and the
 * server's reader does the rest. The staged file is the import's afterwards, or gone. Answers the import's id.
 */
export async function startImport(actor: Actor, given: NewImport): Promise<string> {
  const { staged } = given.file;
  const id = newId();
  try {
    const scope = requireScope(actor, 'roster.import');
    await keepOwnFile(staged, 'rosters', id);
    await transact(actor, 'org.roster-read', async ({ sql, at, record }) => {
      const unit = await findUnit(sql, scope, given.unitId);
      if (!unit) throw new AppError('not-found');
      const fileName =
        nfc(given.file.name)
          .replace(/[\p{Cc}/\\]/gu, ' ')
          .trim()
          .slice(-120) || 'tep';
      await insertImport(sql, {
        ...{ id, unitId: unit.id, subject: given.subject, policy: given.policy, fileName },
        makesUnits: (given.makesUnits || given.subject === 'units') && may(actor, 'unit.manage', unit.path),
        ...{ fileHash: staged.hash, byteSize: staged.byteSize, createdById: actor.personId, createdAt: at },
      });
      record(id, { fileName, byteSize: staged.byteSize }, unit.path);
    });
    return id;
  } catch (error) {
    await dropStaged(staged);
    await dropOwnFile('rosters', id);
    throw error;
  }
}
