import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { finishOverdueAttempts } from '#app/features/quiz/commands/finish-overdue-attempts.server.ts';
import { type SaveRequest, saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt, rightAnswers } from '#tests/fixtures/exam.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, { attemptsAllowed: 0 }));
});
beforeEach(() => clockAt(0));

async function freshAttempt(who = corps.an): Promise<string> {
  const outcome = await startAttempt(who, quizId);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  if (outcome.kind === 'started') return outcome.attemptId;
  await submitAttempt(who, outcome.attemptId);
  return freshAttempt(who);
}

const held = async (attemptId: string) => {
  const rows = await database().read.attemptAnswer.findMany({ where: { attemptId }, orderBy: { slot: 'asc' } });
  return rows.map(({ slot, response, sequence }) => ({ slot, response, sequence }));
};

describe('many at once', () => {
  it('makes one attempt out of 100 starts of one person', async () => {
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => startAttempt(corps.binh, quizId)));
    expect(new Set(outcomes.map((outcome) => ('attemptId' in outcome ? outcome.attemptId : outcome.reason))).size).toBe(
      1,
    );
    expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1);
    expect(await database().read.attempt.count({ where: { personId: corps.binh.personId } })).toBe(1);
    const log = await database().read.auditEvent.count({
      where: { op: 'quiz.attempt-started', actorId: corps.binh.personId },
    });
    expect(log).toBe(1);
  });

  it('ends with the newest of 60 saves of one slot that arrive together', async () => {
    const attemptId = await freshAttempt();
    const sequences = Array.from({ length: 60 }, (_, index) => index + 1).sort(
      (a, b) => ((a * 37) % 61) - ((b * 37) % 61),
    );
    const outcomes = await Promise.all(
      sequences.map((sequence) => saveAnswer(corps.an, attemptId, { slot: 4, sequence, response: `lần ${sequence}` })),
    );
    expect((await held(attemptId))[3]).toEqual({ slot: 4, response: '"lần 60"', sequence: 60 });
    for (const outcome of outcomes) {
      if (outcome.outcome === 'refused') expect(outcome.reason).toBe('old-sequence');
    }
  });

  it('lets a submission and saves follow one another: what was acknowledged before is graded', async () => {
    const attemptId = await freshAttempt();
    const works = [1, 2, 3, 4].map((slot) =>
      saveAnswer(corps.an, attemptId, { slot, sequence: 1, response: rightAnswers[slot] }),
    );
    const [outcomes] = await Promise.all([
      Promise.all(works),
      submitAttempt(corps.an, attemptId),
      submitAttempt(corps.an, attemptId),
    ]);
    const kept = outcomes.filter(({ outcome }) => outcome === 'kept').length;
    const attempt = await database().read.attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(attempt).toMatchObject({ state: 'graded', markSum: kept });
    const events = await database().read.auditEvent.count({
      where: { op: 'quiz.attempt-submitted', subjectId: attemptId },
    });
    expect(events).toBe(1);
  });

  it('finishes an attempt once though several sweepers and its owner come at the same moment', async () => {
    const attemptId = await freshAttempt();
    clockAt(700);
    await Promise.all([
      finishOverdueAttempts(),
      finishOverdueAttempts(),
      submitAttempt(corps.an, attemptId),
      finishOverdueAttempts(),
    ]);
    const events = await database().read.auditEvent.count({
      where: { op: 'quiz.attempt-submitted', subjectId: attemptId },
    });
    expect(events).toBe(1);
  });
});

describe('any order and number of the same saves', () => {
  const responses: Record<number, fc.Arbitrary<unknown>> = {
    1: fc.constantFrom(0, 1, 2, null),
    2: fc.subarray([0, 1, 2]),
    3: fc.constantFrom('true', 'false', null),
    4: fc.constantFrom('Hồng', 'Đà', '', 'a "b" \\ c'),
  };
  const save = fc
    .record({ slot: fc.integer({ min: 1, max: 4 }), sequence: fc.integer({ min: 1, max: 4 }) })
    .chain(({ slot, sequence }) => responses[slot]!.map((response): SaveRequest => ({ slot, sequence, response })));

  it('ends in the same state', async () => {
    clockAt(1000);
    await fc.assert(
      fc.asyncProperty(
        fc.array(save, { minLength: 1, maxLength: 12 }).chain((saves) =>
          fc.record({
            saves: fc.constant(saves),
            again: fc.shuffledSubarray([...saves, ...saves, ...saves], {
              minLength: saves.length * 3,
              maxLength: saves.length * 3,
            }),
            together: fc.boolean(),
          }),
        ),
        async ({ saves, again, together }) => {
          const first = await freshAttempt();
          for (const one of saves) await saveAnswer(corps.an, first, one);
          const expected = await held(first);
          const second = await freshAttempt();
          if (together) await Promise.all(again.map((one) => saveAnswer(corps.an, second, one)));
          else for (const one of again) await saveAnswer(corps.an, second, one);
          expect(await held(second)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('ends in the same state after a thousand replays out of order, some of them side by side', async () => {
    clockAt(2000);
    const saves: SaveRequest[] = [1, 2, 3, 4, 5].flatMap((sequence) => [
      { slot: 1, sequence, response: sequence % 3 },
      { slot: 3, sequence, response: sequence % 2 ? 'true' : 'false' },
    ]);
    const last = { slot: 1, sequence: 6, response: 2 };
    const attemptId = await freshAttempt();
    for (const one of [...saves, last]) await saveAnswer(corps.an, attemptId, one);
    const expected = await held(attemptId);
    const shuffled = seededRandom('a thousand replays').shuffle(Array.from({ length: 100 }, () => saves).flat());
    for (let from = 0; from < shuffled.length; from += 50) {
      await Promise.all(shuffled.slice(from, from + 50).map((one) => saveAnswer(corps.an, attemptId, one)));
    }
    expect(shuffled).toHaveLength(1000);
    expect(await held(attemptId)).toEqual(expected);
  }, 120_000);
});
