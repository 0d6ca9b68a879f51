import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { type QuestionChange, questionChanges } from '#app/features/questions/core/question-changes.ts';
import {
  type VersionedQuestion,
  versionedQuestion,
} from '#app/features/questions/queries/versioned-question.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { ChangeCounts, DryRun } from '../../core/regrade/dry-run.ts';
import { type KeyChangeState, mayDecide, versionsTouched } from '../../core/regrade/key-change.ts';
import { dryRun } from '../../data/regrade/dry-run.server.ts';
import { figuresSeen } from '../../data/regrade/figures-seen.server.ts';
import { findKeyChange, listApproved } from '../../data/regrade/key-changes.server.ts';
import { listNames } from '../../data/regrade/regraded.server.ts';
import { type KeyChangeOffer, offerOf } from './key-change-offer.server.ts';

export interface ShownDryRun extends ChangeCounts {
  /** Named; `name` null for a quiz or unit that is gone, and for learners of other branches. */
  perQuiz: (ChangeCounts & { id: string; name: string | null })[];
  perUnit: (ChangeCounts & { id: string; name: string | null })[];
}

export interface KeyChangePage {
  id: string;
  questionId: string;
  code: string;
  stem: string;
  fromNumber: number;
  toNumber: number;
  /** What the new version changed, field by field. */
  changes: QuestionChange[];
  reason: string;
  state: KeyChangeState;
  requestedBy: string | null;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string;
  /** On which the decision rests; before it, as proposed. */
  dryRun: ShownDryRun;
  /** Names these figures in the form of the approver. */
  seen: string;
  permission: 'yes' | 'own-proposal' | 'decided';
  regrade: { total: number; done: number; isStopped: boolean; finishedAt: Date | null } | null;
}

/** One change of key with its figures and how far its regrade is. Throws not-found outside of the actor's units. */
export async function keyChangePage(actor: Actor, id: string): Promise<KeyChangePage> {
  const scope = requireScope(actor, 'question.author');
  const change = await findKeyChange(database().sql, scope, id);
  if (!change) throw new AppError('not-found');
  const question = await versionedQuestion(scope, change.questionId);
  const { state, dryRuns, total, done, stoppedAt, finishedAt } = change;
  const figures = dryRuns.approved ?? dryRuns.proposed;
  const isUnderWay = state === 'approved' || state === 'done';
  return {
    ...{ id, questionId: change.questionId, code: change.questionCode, state, reason: change.reason },
    ...comparison(question, change.fromVersionId, change.toVersionId),
    ...{ requestedBy: change.requestedBy, requestedAt: change.requestedAt },
    ...{ decidedBy: change.decidedBy, decidedAt: change.decidedAt, decisionNote: change.decisionNote },
    dryRun: await shownDryRun(figures),
    seen: figuresSeen(figures),
    permission: mayDecide(change, actor.personId),
    regrade: isUnderWay ? { total, done, isStopped: stoppedAt !== null, finishedAt } : null,
  };
}

export interface NewKeyChangePage {
  offer: KeyChangeOffer;
  code: string;
  stem: string;
  /** The version that is chosen to be graded anew; null where none can be. */
  chosen: {
    versionId: string;
    fromNumber: number;
    toNumber: number;
    changes: QuestionChange[];
    dryRun: ShownDryRun;
  } | null;
}

/** What a proposal would change, before it is made: of the version named, or of the newest that can be graded anew. */
export async function newKeyChangePage(
  actor: Actor,
  { questionId, fromVersionId }: { questionId: string; fromVersionId: string | null },
): Promise<NewKeyChangePage> {
  const scope = requireScope(actor, 'question.author');
  const { sql } = database();
  const question = await versionedQuestion(scope, questionId);
  const offer = await offerOf(scope, question);
  const able = offer.versions.filter(({ isCompatible }) => isCompatible);
  const from = able.find(({ versionId }) => versionId === fromVersionId) ?? able[0];
  const to = question.versions[0];
  const base = { offer, code: question.code, stem: plainText(to?.body.stem ?? '') };
  if (!from || !to || offer.open) return { ...base, chosen: null };
  const versionIds = versionsTouched(await listApproved(sql), { id: '', fromVersionId: from.versionId });
  const figures = await dryRun(sql, { versionIds, key: to.body, ownerPath: question.unitPath });
  const { fromNumber, toNumber, changes } = comparison(question, from.versionId, to.id);
  return {
    ...base,
    chosen: { versionId: from.versionId, fromNumber, toNumber, changes, dryRun: await shownDryRun(figures) },
  };
}

function comparison({ versions }: VersionedQuestion, fromId: string, toId: string) {
  const from = versions.find(({ id }) => id === fromId);
  const to = versions.find(({ id }) => id === toId);
  if (!from || !to) throw new AppError('not-found');
  // What stands on the question alone never differs between versions.
  const common = { categoryId: '', difficulty: 'easy' as const, tags: [] };
  return {
    stem: plainText(to.body.stem),
    fromNumber: from.number,
    toNumber: to.number,
    changes: questionChanges({ ...from, ...common }, { ...to, ...common }),
  };
}

const byName = new Intl.Collator('vi', { numeric: true });

/** Figures with the names of quizzes and units, units by name. */
export async function shownDryRun({ perQuiz, perUnit, ...counts }: DryRun): Promise<ShownDryRun> {
  const { sql } = database();
  const quizIds = perQuiz.map(({ quizId }) => quizId);
  const quizzes = await listNames(sql, 'Quiz', quizIds);
  const unitIds = perUnit.flatMap(({ unitId }) => unitId ?? []);
  const units = await listNames(sql, 'Unit', unitIds);
  return {
    ...counts,
    perQuiz: perQuiz.map(({ quizId: id, ...rest }) => ({ ...rest, id, name: quizzes.get(id) ?? null })),
    perUnit: perUnit
      .map(({ unitId, ...rest }) => ({ ...rest, id: unitId ?? '', name: units.get(unitId ?? '') ?? null }))
      .sort((a, b) => byName.compare(a.name ?? '\uffff', b.name ?? '\uffff')),
  };
}
