import type { Actor } from '#app/features/access/core/role.ts';
import { lessonCheckSources } from '#app/features/courses/queries/lesson-check-sources.server.ts';
import { parseText } from '#app/features/questions/core/formats/text/parse-text.ts';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { displayOrder, gradeResponse, isComplete, readResponse } from '#app/features/questions/core/question-types.ts';
import { type QuestionVersion, questionVersions } from '#app/features/questions/queries/question-versions.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CheckSource } from '#app/platform/documents/lesson-blocks.server.ts';
import { sha256 } from '#app/platform/ids.server.ts';
import { type CheckProblem, oneQuestion, readCheckInfo } from '../core/lesson-check.ts';
import type { PaperSlot } from '../core/paper.ts';
import type { ReviewWhat } from '../core/review.ts';
import { type CheckQuestionRow, listCheckQuestions } from '../data/check-questions.server.ts';
import { type ShownQuestion, showQuestion } from './shown-question.server.ts';
import { reviewQuestion, type ShownReview } from './shown-review.server.ts';

/** A check-yourself of a lesson as its reader sees it. */
export type LessonCheck =
  | {
      kind: 'question';
      number: number;
      /** Names this very question: an answer to another one is not judged by it. */
      mark: string;
      question: ShownQuestion;
      /** The answer itself, only where the author says that no exam asks it; else the server judges. */
      key: ShownReview | null;
    }
  | { kind: 'broken'; number: number; problem: CheckProblem; excerpt: string };

export type CheckVerdict =
  | { kind: 'judged'; review: ShownReview }
  | { kind: 'incomplete' }
  /** The lesson was changed since the page was loaded. */
  | { kind: 'changed' };

interface Settled {
  number: number;
  mark: string;
  version: QuestionVersion;
  place: PaperSlot;
  isOpen: boolean;
  /** Standing in an exam: right or wrong is told, but neither the right answer nor why. */
  isInExam: boolean;
}

type Broken = Extract<LessonCheck, { kind: 'broken' }>;

/** The checks of a lesson that the actor may read. Without their keys, but for those that are open. Throws not-found. */
export async function lessonChecks(actor: Actor, lessonId: string): Promise<LessonCheck[]> {
  const { checks, unitPath } = await lessonCheckSources(actor, lessonId);
  return (await settled(checks, unitPath, actor.personId)).map((check) =>
    'problem' in check ? check : asShown(check, check.isOpen),
  );
}

/** The same of a text that is being written, for its author: with every key. */
export async function draftChecks(checks: readonly CheckSource[], unitPath: UnitPath): Promise<LessonCheck[]> {
  return (await settled(checks, unitPath, 'preview')).map((check) =>
    'problem' in check ? check : asShown(check, true),
  );
}

/** Judges an answer to a check of a lesson; nothing is kept of it. Throws not-found, and bad-input for no honest answer. */
export async function judgeCheck(
  actor: Actor,
  lessonId: string,
  { number, mark, response }: { number: number; mark: string; response: unknown },
): Promise<CheckVerdict> {
  const { checks, unitPath } = await lessonCheckSources(actor, lessonId);
  const wanted = checks.filter((check) => check.number === number);
  const [check] = await settled(wanted, unitPath, actor.personId);
  if (!check || 'problem' in check || check.mark !== mark) return { kind: 'changed' };
  const { version, place, isInExam } = check;
  const read = readResponse(response, version.body, place.optionOrder);
  if (read === invalidResponse) throw new AppError('bad-input', { fields: { response: ['malformed'] } });
  if (read === null || !isComplete(version.body, read)) return { kind: 'incomplete' };
  const fraction = gradeResponse(version.body, read);
  const answer = { response: read } as Parameters<typeof reviewQuestion>[2];
  const allowed = new Set<ReviewWhat>(isInExam ? ['correctness'] : ['correctness', 'right-answer', 'explanation']);
  return { kind: 'judged', review: reviewQuestion(version, place, answer, { fraction, mark: fraction }, allowed) };
}

const keyOf = ({ version, place }: Settled): ShownReview =>
  reviewQuestion(version, place, undefined, { fraction: null, mark: null }, new Set(['right-answer', 'explanation']));

const asShown = (check: Settled, hasKey: boolean): LessonCheck => ({
  kind: 'question',
  number: check.number,
  mark: check.mark,
  question: showQuestion(check.version, check.place),
  key: hasKey ? keyOf(check) : null,
});

async function settled(
  checks: readonly CheckSource[],
  unitPath: UnitPath,
  seed: string,
): Promise<(Settled | Broken)[]> {
  const { read, sql } = database();
  const wishes = checks.map((check) => ({ check, wish: readCheckInfo(check.info) }));
  const codes = wishes.flatMap(({ wish }) => wish.code ?? []);
  const rows = await listCheckQuestions({ db: read, sql }, unitPath, codes);
  const versions = await questionVersions(rows.map(({ questionVersionId }) => questionVersionId));
  const stored = new Map(rows.map((row) => [row.code, { row, version: versions.get(row.questionVersionId)! }]));
  return wishes.map(({ check, wish }) => {
    const found = wish.code === null ? null : stored.get(wish.code);
    return settle(check, { isOpen: wish.isOpen, found, seed });
  });
}

function settle(
  { number, info, source }: CheckSource,
  {
    isOpen,
    found,
    seed,
  }: { isOpen: boolean; found: { row: CheckQuestionRow; version: QuestionVersion } | null | undefined; seed: string },
): Settled | Broken {
  const broken = (problem: CheckProblem, excerpt = ''): Broken => ({ kind: 'broken', number, problem, excerpt });
  if (found === undefined) return broken('not-found', info);
  let version = found?.version;
  if (version?.body.type === 'essay') return broken('by-hand', info);
  if (!version) {
    const read = oneQuestion(parseText(source));
    if (read.kind === 'broken') return broken(read.problem, read.problems[0]?.excerpt ?? '');
    const { body, explanation, source: from } = read;
    version = { id: '', questionId: '', number: 1, body, explanation, source: from };
  }
  const mark = sha256(`${version.id}\n${info}\n${source}`).slice(0, 16);
  const optionOrder = displayOrder(version.body, seededRandom(`${mark} ${seed}`), { shuffle: false });
  const place = {
    slot: number,
    questionId: version.questionId,
    questionVersionId: version.id,
    maxMark: 1,
    optionOrder,
  };
  const isInExam = found?.row.isInExam ?? false;
  return { number, mark, version, place, isOpen: isOpen && !isInExam, isInExam };
}
