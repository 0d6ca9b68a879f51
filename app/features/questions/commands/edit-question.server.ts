import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { Tx } from '#app/platform/db/database.server.ts';
import { newId, sha256 } from '#app/platform/ids.server.ts';
import { canonicalQuestion } from '../core/canonical-question.ts';
import { contentOfDraft } from '../core/draft-content.ts';
import type { Difficulty, QuestionProblem } from '../core/question.ts';
import { type QuestionChange, questionChanges } from '../core/question-changes.ts';
import { type AuthoredQuestion, draftOf, type QuestionDraft } from '../core/question-draft.ts';
import { questionSearchKey } from '../core/question-search-key.ts';
import { standingAfterEdit } from '../core/review.ts';
import { findCategory } from '../data/categories.server.ts';
import { findQuestion, replaceCurrentVersion, type StoredQuestion } from '../data/questions.server.ts';
import { findVersion, insertVersion, listAuthorNames } from '../data/versions.server.ts';

/** The state that the author saw when the editing began: the version, and what a version does not hold. */
export interface QuestionBase {
  number: number;
  categoryId: string;
  difficulty: Difficulty;
  /** Separated by commas. */
  tags: string;
}

/** Somebody else was faster: who, when, what changed since the base, and the state to start from now. */
export interface QuestionConflict {
  kind: 'conflict';
  by: string | null;
  at: Date;
  changes: QuestionChange[];
  base: QuestionBase;
  theirs: QuestionDraft;
}

export type EditQuestionResult =
  | { kind: 'edited'; number: number }
  | { kind: 'unchanged'; number: number }
  | { kind: 'invalid'; problems: QuestionProblem[] }
  | QuestionConflict;

/** Writes an edit as the next version; older versions stay, and attempts keep the version that they drew. */
export async function editQuestion(
  actor: Actor,
  questionId: string,
  { base, draft }: { base: QuestionBase; draft: QuestionDraft },
): Promise<EditQuestionResult> {
  const scope = requireScope(actor, 'question.author');
  const reading = contentOfDraft(draft);
  return transact(actor, 'questions.question-edited', async ({ tx, at, record, unchanged }) => {
    const refuse = <Result extends EditQuestionResult>(result: Result) => {
      unchanged();
      return result;
    };
    const current = await findQuestion(tx, scope, questionId);
    if (!current) throw new AppError('not-found');
    if (reading.kind === 'invalid') return refuse(reading);
    if (!isBase(current, base)) return refuse(await conflict(tx, base, current));
    const { categoryId, difficulty, tags, ...content } = reading.question;
    if (draft.type !== current.body.type) throw new AppError('bad-input', { fields: { type: ['malformed'] } });
    const category = await findCategory(tx, scope, categoryId);
    if (!category) return refuse({ kind: 'invalid', problems: [{ field: 'categoryId', code: 'missing' }] });
    const text = canonicalQuestion({ ...content, difficulty, tags });
    if (text === canonicalQuestion(contentOf(current)) && categoryId === current.categoryId) {
      return refuse({ kind: 'unchanged', number: current.number });
    }
    const versionId = newId();
    const searchKey = questionSearchKey(current.code, content.body, tags);
    const standing = standingAfterEdit(current.standing, category.review);
    const next = { categoryId, difficulty, tags, searchKey, standing, versionId, at };
    if (!(await replaceCurrentVersion(tx, { id: questionId, number: base.number }, next))) {
      return refuse(await conflict(tx, base, (await findQuestion(tx, scope, questionId)) ?? current));
    }
    const number = base.number + 1;
    await insertVersion(tx, {
      ...content,
      id: versionId,
      questionId,
      number,
      contentHash: sha256(text),
      createdAt: at,
      createdById: actor.personId,
    });
    record(questionId, { code: current.code, number }, category.unitPath);
    return { kind: 'edited', number };
  });
}

async function conflict(tx: Tx, base: QuestionBase, current: StoredQuestion): Promise<QuestionConflict> {
  const [seen, latest] = [
    await findVersion(tx, current.id, base.number),
    await findVersion(tx, current.id, current.number),
  ];
  const { categoryId, difficulty } = base;
  const tags = base.tags.split(', ').filter(Boolean);
  const before: AuthoredQuestion = { ...(seen ?? current), categoryId, difficulty, tags };
  // What a version does not hold was changed in a crowd, or by a move: the version tells neither who nor when.
  const isVersion = latest !== null && current.number !== base.number;
  const names = await listAuthorNames(tx, [isVersion ? latest.createdById : null]);
  return {
    kind: 'conflict',
    by: (isVersion && names.get(latest.createdById ?? '')) || null,
    at: isVersion ? latest.createdAt : current.updatedAt,
    changes: questionChanges(before, current),
    base: baseOf(current),
    theirs: draftOf({ ...contentOf(current), categoryId: current.categoryId }),
  };
}

const contentOf = ({ body, explanation, source, difficulty, tags }: StoredQuestion) => ({
  body,
  explanation,
  source,
  difficulty,
  tags,
});

/** Whether nobody has changed anything since: neither the version nor what a version does not hold. */
const isBase = (current: StoredQuestion, { number, categoryId, difficulty, tags }: QuestionBase): boolean =>
  current.number === number &&
  current.categoryId === categoryId &&
  current.difficulty === difficulty &&
  current.tags.join(', ') === tags;

const baseOf = ({ number, categoryId, difficulty, tags }: StoredQuestion): QuestionBase => ({
  number,
  categoryId,
  difficulty,
  tags: tags.join(', '),
});
