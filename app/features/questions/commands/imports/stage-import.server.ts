import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { idsOf } from '#app/kernel/unit-path.ts';
import type { FormatName, FormatProblem } from '../../core/formats/read-question.ts';
import { noDecisions } from '../../core/imports/decisions.ts';
import type { SourceFormat } from '../../core/imports/source-formats.ts';
import { listCategories } from '../../data/categories.server.ts';
import { findImportOwner, insertImport } from '../../data/imports/question-imports.server.ts';
import { evenSentTwice } from '../../data/sent-twice.server.ts';

export interface StagedText {
  /** Given with the form: sent twice, it stages once. */
  importId: string;
  /** Empty: the first unit on which the actor is an author. */
  unitId: string;
  /** Of the file; empty for a pasted text. */
  name: string;
  source: string;
  format: SourceFormat;
  fileFormat: FormatName;
  fileProblems: readonly FormatProblem[];
}

/**
 * Keeps a text of questions aside, to be looked through and mended before any of it comes into the bank. Answers the id of the
 * import, the same for the same form.
 */
export async function stageImport(actor: Actor, text: StagedText): Promise<string> {
  const scope = requireScope(actor, 'question.author');
  const { importId, unitId, name, source, format, fileFormat, fileProblems } = text;
  const unitPath = unitId ? scope.find((path) => idsOf(path).at(-1) === unitId) : scope[0];
  if (!unitPath) throw new AppError('not-found');
  const stage = () =>
    transact(actor, 'questions.import-staged', async ({ tx, at, record, unchanged }) => {
      const known = await findImportOwner(tx, importId);
      if (known) {
        if (known.createdById !== actor.personId) throw new AppError('not-found');
        unchanged();
        return importId;
      }
      const categories = await listCategories(tx, [unitPath]);
      await insertImport(tx, {
        ...{
          id: importId,
          unitId: idsOf(unitPath).at(-1)!,
          name: name.normalize('NFC').slice(0, 200),
          format,
          source,
          at,
        },
        categoryId: categories.length === 1 ? categories[0]!.id : null,
        decisions: { ...noDecisions(fileFormat), fileProblems: fileProblems.slice(0, 500) },
        createdById: actor.personId,
      });
      record(importId, { format: fileFormat }, unitPath);
      return importId;
    });
  return evenSentTwice(stage);
}
