import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database, type Tx } from '#app/platform/db/database.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { canonicalQuestion } from '../../core/canonical-question.ts';
import type { ReadQuestion } from '../../core/formats/read-question.ts';
import type { ImportDecisions } from '../../core/imports/decisions.ts';
import { planTake, type TakePlan } from '../../core/imports/plan-take.ts';
import { readSource } from '../../core/imports/read-source.ts';
import { questionSearchKey } from '../../core/question-search-key.ts';
import { findCategory } from '../../data/categories.server.ts';
import { addVersion } from '../../data/imports/add-version.server.ts';
import { findImport, holdImport, replaceImport } from '../../data/imports/question-imports.server.ts';
import {
  findCurrentVersionId,
  findStandingOfNew,
  type ImportItem,
  insertItems,
  insertTakenQuestions,
  type TakenQuestion,
} from '../../data/imports/taken-questions.server.ts';
import { findQuestion } from '../../data/questions.server.ts';
import { nearDuplicates } from '../../queries/imports/near-duplicates.server.ts';

export type TakeImportResult =
  | { kind: 'taken'; created: number; newVersions: number }
  /** The same form came twice. */
  | { kind: 'already' }
  | { kind: 'nothing' | 'no-category' | 'closed' }
  /** Nothing could be taken: these wanted to be new versions of questions of another type, or of ones that are gone. */
  | { kind: 'other-type'; count: number }
  | { kind: 'conflict'; revision: number; at: Date };

/**
 * Takes every good question of an import into its category, all in one transaction. Questions with an error, those left out and those
 * near another without a choice stay in the text. `base`: the revision of the form that asked; asked again, nothing is taken twice.
 */
export async function takeImport(
  actor: Actor,
  importId: string,
  { revision, base = revision }: { revision: number; base?: number },
): Promise<TakeImportResult> {
  const scope = requireScope(actor, 'question.author');
  const { read, sql: reader } = database();
  const seen = await findImport(read, scope, importId);
  if (!seen) throw new AppError('not-found');
  // Before the transaction: the bank is long, and writers wait for nobody who only reads.
  const { entries } = readSource(seen.source, seen.format);
  const fresh = entries.filter(({ key }) => !seen.decisions.taken[key]);
  const plan = planTake(entries, seen.decisions, await nearDuplicates(reader, scope, fresh));
  return transact(actor, 'questions.import-taken', async ({ tx, sql, at, record, unchanged }) => {
    const refuse = (result: TakeImportResult) => {
      unchanged();
      return result;
    };
    const stored = await holdImport({ tx, sql }, scope, importId);
    if (!stored) throw new AppError('not-found');
    const { decisions } = stored;
    if (decisions.takes.includes(base)) return refuse({ kind: 'already' });
    if (stored.state === 'discarded') return refuse({ kind: 'closed' });
    if (stored.revision !== revision || seen.revision !== revision)
      return refuse({ kind: 'conflict', revision: stored.revision, at: stored.updatedAt });
    const category = stored.categoryId ? await findCategory(tx, scope, stored.categoryId) : null;
    if (!category) return refuse({ kind: 'no-category' });
    const standing = await findStandingOfNew(tx, category.id);
    const created = plan.create.map(({ key, from, question }) => {
      const id = newId();
      const code = `${category.code}-${id.slice(-8)}`;
      return {
        key,
        line: from,
        question: takenQuestion(question, decisions, { id, code, categoryId: category.id, standing }),
      };
    });
    await insertTakenQuestions(
      tx,
      created.map(({ question }) => question),
      { at, byId: actor.personId },
    );
    const renewed = await renew(tx, plan, { scope, importId, at, byId: actor.personId });
    if (created.length + renewed.length === 0) {
      const count = plan.newVersions.length;
      return refuse(count > 0 ? { kind: 'other-type', count } : { kind: 'nothing' });
    }
    await insertItems(tx, [
      ...created.map(({ line, question: { id, version } }) => ({
        ...{ importId, questionId: id, kind: 'created' as const, versionId: version.id, formerVersionId: null, line },
      })),
      ...renewed.map(({ item }) => item),
    ]);
    const taken = {
      ...decisions.taken,
      ...Object.fromEntries(created.map(({ key, question }) => [key, question.id])),
      ...Object.fromEntries(renewed.map(({ key, item }) => [key, item.questionId])),
    };
    const next = { ...decisions, taken, takes: [...new Set([...decisions.takes, base, revision])] };
    const change = { decisions: next, state: 'taken' as const, takenAt: stored.takenAt ?? at };
    if (!(await replaceImport(tx, { id: importId, revision }, change, at))) throw new AppError('conflict');
    record(importId, { created: created.length, newVersions: renewed.length }, stored.unitPath);
    return { kind: 'taken', created: created.length, newVersions: renewed.length };
  });
}

function takenQuestion(
  { body, explanation, source, difficulty, tags }: ReadQuestion,
  decisions: ImportDecisions,
  { id, code, categoryId, standing }: Pick<TakenQuestion, 'id' | 'code' | 'categoryId' | 'standing'>,
): TakenQuestion {
  const stated = difficulty ?? decisions.difficulty;
  const all = [...new Set([...tags, ...decisions.tags])];
  return {
    ...{ id, code, categoryId, standing, difficulty: stated, tags: all, searchKey: questionSearchKey(code, body, all) },
    version: {
      ...{ id: newId(), number: 1, body, explanation, source },
      contentHash: sha256(canonicalQuestion({ body, explanation, source, difficulty: stated, tags: all })),
    },
  };
}

interface Renewing {
  scope: readonly UnitPath[];
  importId: string;
  at: Date;
  byId: string | null;
}

/**
 * Questions of the bank that get a new version; one that is no longer within reach, or of another type, stays as it is. What no
 * version holds (difficulty, tags, category) stays the bank's, so that an undo has nothing to guess.
 */
async function renew(tx: Tx, { newVersions }: TakePlan, how: Renewing): Promise<{ key: string; item: ImportItem }[]> {
  const { scope, importId, at, byId } = how;
  const renewed: { key: string; item: ImportItem }[] = [];
  for (const { entry, questionId } of newVersions) {
    const current = await findQuestion(tx, scope, questionId);
    if (!current || current.body.type !== entry.question.body.type) continue;
    const formerVersionId = await findCurrentVersionId(tx, questionId);
    const { body } = entry.question;
    const explanation = entry.question.explanation || current.explanation;
    const source = entry.question.source || current.source;
    const versionId = await addVersion(tx, current, { body, explanation, source }, { at, byId });
    if (versionId === null) continue;
    const line = entry.from;
    renewed.push({
      key: entry.key,
      item: { importId, questionId, kind: 'new-version', versionId, formerVersionId, line },
    });
  }
  return renewed;
}
