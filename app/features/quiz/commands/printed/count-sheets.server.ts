import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { type Change, transact } from '#app/features/audit/commands/transact.server.ts';
import { invalidResponse } from '#app/features/questions/core/question.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { isDuplicate } from '#app/platform/db/conflict.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { closingEvent } from '../../core/closing-event.ts';
import { heldBetween } from '../../core/printed/paper-set.ts';
import { finalReading } from '../../core/printed/sheet.ts';
import { sheetResponse } from '../../core/printed/sheet-response.ts';
import { settingsToPin } from '../../core/settings.ts';
import { mayStart } from '../../core/start.ts';
import type { AttemptPaper } from '../../data/attempt-papers.server.ts';
import { insertAttempt } from '../../data/attempts.server.ts';
import { closeAttempt } from '../../data/closing.server.ts';
import { listPreviousAttempts } from '../../data/previous-attempts.server.ts';
import type { StoredPaperSet } from '../../data/printed/paper-sets.server.ts';
import {
  holdSheet,
  listSheets,
  type StoredSheet,
  updateAsEntered,
  updateResponses,
  updateSheetState,
} from '../../data/printed/paper-sheets.server.ts';
import { listPaperPeople } from '../../data/printed/roster.server.ts';
import { findQuiz, shareQuiz } from '../../data/quiz-for-attempt.server.ts';
import { deletePrepared } from '../../data/room/prepared-papers.server.ts';
import { holdSeat, updateSeatAttempt } from '../../data/room/seats.server.ts';
import { settingsOfPerson } from '../../data/rules/settings-for.server.ts';
import { listRoster, loadPaperSet, type ReadVariants, readVariants } from '../../queries/printed/set-reading.server.ts';

/** Why a checked sheet does not become an attempt now. It stays checked. */
export type CountRefusal = 'no-attempts-left' | 'attempt-open' | 'bad-answers' | 'gone';

export type CountOutcome =
  | {
      readonly kind: 'counted';
      readonly counted: number;
      readonly refused: readonly { personId: string; fullName: string; reason: CountRefusal }[];
    }
  | { readonly kind: 'refused'; readonly reason: 'not-held-yet' };

/**
 * Makes an attempt of every checked sheet of a set: submitted and graded by the rules and keys that hold for everybody, its
 * settings pinned, dated to the day on which it was written, with who typed it. One transaction a sheet, so that one that
 * cannot count keeps no other from counting; what is counted is never counted again. Overrides hold, opening times do not:
 * the examiner said when it was written.
 */
export async function countPaperSheets(actor: Actor, setId: string): Promise<CountOutcome> {
  const scope = { run: requireScope(actor, 'exam.run'), author: [] };
  const set = await loadPaperSet(scope, setId);
  const { sql } = database();
  if (heldBetween(set.heldOn, set.settings).from.getTime() > now().getTime()) {
    return { kind: 'refused', reason: 'not-held-yet' };
  }
  const checked = (await listSheets(sql, setId)).filter(({ state }) => state === 'checked');
  const read = await readVariants(setId);
  const people = await listPaperPeople(
    sql,
    checked.map(({ personId }) => personId),
  );
  const numbers = new Map((await listRoster(sql, set)).map(({ personId, number }) => [personId, number]));
  let counted = 0;
  const refused: { personId: string; fullName: string; reason: CountRefusal }[] = [];
  for (const { personId } of checked) {
    const person = people.get(personId);
    if (!person) continue;
    const outcome = await countOne(actor, { set, read, person, number: numbers.get(personId) ?? null });
    if (outcome === 'counted') counted += 1;
    else if (outcome !== 'unchanged') refused.push({ personId, fullName: person.fullName, reason: outcome });
  }
  return { kind: 'counted', counted, refused };
}

interface Counting {
  set: StoredPaperSet;
  read: ReadVariants;
  person: { personId: string; unitPath: UnitPath };
  number: number | null;
}

async function countOne(actor: Actor, counting: Counting): Promise<'counted' | 'unchanged' | CountRefusal> {
  const { set, person } = counting;
  const { personId, unitPath } = person;
  try {
    return await transact(actor, 'quiz.paper-sheet-counted', async (change) => {
      const { sql, record, unchanged } = change;
      await shareQuiz(sql, set.quizId);
      const sheet = await holdSheet(sql, set.id, personId);
      const outcome = sheet?.state === 'checked' ? await becomeAttempt(change, counting, sheet) : 'unchanged';
      if (typeof outcome === 'string') {
        unchanged();
        return outcome;
      }
      record(set.id, { personId, attemptId: outcome.attemptId, number: outcome.number }, unitPath);
      return 'counted';
    });
  } catch (error) {
    // The person began at a screen in the same moment: the number is taken, and that attempt is open.
    if (isDuplicate(error)) return 'attempt-open';
    throw error;
  }
}

async function becomeAttempt(
  { sql, at, emit }: Change,
  { set, read, person, number: listNumber }: Counting,
  sheet: StoredSheet,
): Promise<CountRefusal | 'unchanged' | { attemptId: string; number: number }> {
  const { personId } = person;
  const reading = finalReading(sheet);
  const variant = read.variants.find(({ code }) => code === reading?.variant);
  if (!reading || !variant) return 'bad-answers';
  const onPaper = `${set.title}, mã đề ${variant.code}, số ${listNumber ?? '–'}: bài viết trên giấy`;
  const responses: { slot: number; response: string }[] = [];
  for (const { slot, questionVersionId, optionOrder } of variant.paper) {
    const response = sheetResponse(
      reading.answers[slot - 1] ?? '',
      read.bodyOf(questionVersionId),
      optionOrder,
      onPaper,
    );
    if (response === invalidResponse) return 'bad-answers';
    if (response !== null) responses.push({ slot, response: JSON.stringify(response) });
  }
  // Read here, where its author waits: what holds is what the quiz says now.
  const quiz = await findQuiz(sql, set.quizId);
  if (!quiz) throw new AppError('not-found');
  const rules = (await settingsOfPerson(sql, [quiz], person)).get(quiz.id)?.settings ?? quiz.settings;
  const previous = (await listPreviousAttempts(sql, personId, [quiz.id])).map(({ attempt }) => attempt);
  const decision = mayStart({ ...rules, openAt: null, closeAt: null, delayBetweenAttemptsSeconds: 0 }, previous, at);
  if (decision.kind === 'resume') return 'attempt-open';
  if (decision.kind === 'refused') return 'no-attempts-left';
  if (decision.preparedId !== null) await deletePrepared(sql, decision.preparedId);

  const attemptId = newId();
  const { number } = decision;
  const { sessionId } = set.settings;
  const { from, until } = heldBetween(set.heldOn, set.settings);
  const settings = settingsToPin(rules);
  await insertAttempt(sql, {
    ...{ id: attemptId, quizId: quiz.id, personId, number, preview: false, seed: `${set.seed}/${variant.code}` },
    ...{ startedAt: from, deadlineAt: null, settings, paper: variant.paper, sessionId },
  });
  await updateResponses(sql, attemptId, responses, at);
  const own: AttemptPaper = {
    ...{ attemptId, quizId: quiz.id, courseId: quiz.courseId, title: quiz.title, personId, sessionId, preview: false },
    ...{ seed: set.seed, settings, paper: variant.paper },
  };
  const bodies = new Map(variant.paper.map(({ questionVersionId: id }) => [id, { body: read.bodyOf(id) }]));
  const writtenUntil = until.getTime() < at.getTime() ? until : at;
  const closed = await closeAttempt(sql, own, bodies, writtenUntil, 'examiner');
  if (closed.kind !== 'done') throw new Error(`A sheet of paper could not be closed: ${closed.kind}`);
  await updateAsEntered(sql, attemptId, { enteredById: sheet.first.byId, gradedAt: at });
  if (sessionId !== null) {
    const seat = await holdSeat(sql, sessionId, personId);
    // What was written at the seat's own screen before stays the seat's.
    if (seat?.attemptId === null) await updateSeatAttempt(sql, { sessionId, personId }, attemptId);
  }
  await updateSheetState(sql, sheet.id, 'counted', attemptId);
  emit({ type: 'attempt-started', personId, quizId: quiz.id, courseId: quiz.courseId });
  emit(closingEvent(own, closed.attempt));
  return { attemptId, number };
}
