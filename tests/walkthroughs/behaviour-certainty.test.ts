import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { CERTAINTIES, type Certainty } from '#app/features/quiz/core/certainty.ts';
import { attemptStanding } from '#app/features/quiz/queries/attempt-overview.server.ts';
import { attemptPage } from '#app/features/quiz/queries/attempt-page.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';
import { walk } from '#tests/fixtures/walk.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, { certainty: true, attemptsAllowed: 0 }));
});
beforeEach(() => clockAt(0));

describe('certainty-based marking', () => {
  it('is told from the start to the marks', async () => {
    const attempt = await walk(corps.an, quizId);
    expect(await attemptPage(corps.an, attempt.attemptId, 1)).toMatchObject({ certainty: true });
    const first = await attempt.save(1, rightAnswers[1]);
    expect(await attempt.slot(1)).toMatchObject({ response: 'b', certainty: null, sequence: 1 });
    // To change the certainty alone is a change with a receipt of its own.
    const surer = await attempt.save(1, rightAnswers[1], { certainty: 3 });
    expect(surer).toMatchObject({ outcome: 'kept', previousSequence: 1 });
    expect(surer).not.toHaveProperty('receipt', 'receipt' in first ? first.receipt : '');
    expect(await attempt.save(1, rightAnswers[1], { certainty: 3 })).toMatchObject({ outcome: 'unchanged' });
    expect(await attempt.save(1, rightAnswers[1], { certainty: 1, sequence: 2 })).toMatchObject({
      ...{ outcome: 'refused', reason: 'old-sequence', stored: { response: 1, certainty: 3, sequence: 3 } },
    });
    expect(await attempt.question(1)).toMatchObject({ answer: 1, certainty: 3, review: null });
    expect((await attemptStanding(corps.an, attempt.attemptId)).answers).toEqual([
      { slot: 1, response: 1, certainty: 3, sequence: 3 },
    ]);

    await attempt.save(2, [0], { certainty: 3 });
    await attempt.save(3, wrongAnswers[3], { certainty: 2 });
    await attempt.save(4, null, { certainty: 3 });
    await attempt.submit();
    expect(await attempt.stored()).toMatchObject({ itemMarks: '[1,-0.5,-0.66667,0]', markSum: -0.16667, grade: 0 });
    expect(await attempt.slot(3)).toMatchObject({ fraction: 0, mark: -0.66667 });
    expect(await attempt.save(1, rightAnswers[1], { certainty: 1 })).toMatchObject({ reason: 'submitted' });
  });

  it('counts what was not stated as little sure', async () => {
    const attempt = await walk(corps.an, quizId);
    for (const slot of [1, 2, 3]) await attempt.save(slot, rightAnswers[slot]);
    await attempt.save(4, wrongAnswers[4]);
    await attempt.submit();
    expect(await attempt.stored()).toMatchObject({ itemMarks: '[0.33333,0.33333,0.33333,0]', markSum: 0.99999 });
  });

  it('reads no certainty where the quiz does not ask for one', async () => {
    const plain = await buildExam(corps);
    const attempt = await walk(corps.an, plain.quizId);
    expect(await attemptPage(corps.an, attempt.attemptId, 1)).toMatchObject({ certainty: false });
    expect(await attempt.save(1, wrongAnswers[1], { certainty: 3 })).toMatchObject({ outcome: 'kept' });
    expect(await attempt.save(1, wrongAnswers[1], { certainty: 1 })).toMatchObject({ outcome: 'unchanged' });
    await attempt.submit();
    expect(await attempt.slot(1)).toMatchObject({ certainty: null, mark: 0 });
  });

  it('ends in the same state by any order and repetition of saves', async () => {
    const anySave = fc.record({
      response: fc.constantFrom<unknown>(0, 1, 2, null),
      certainty: fc.constantFrom<Certainty | null>(null, ...CERTAINTIES),
      sequence: fc.integer({ min: 1, max: 4 }),
    });
    const anyStory = fc
      .array(anySave, { minLength: 1, maxLength: 6 })
      .chain((saves) =>
        fc.tuple(
          fc.constant(saves),
          fc.shuffledSubarray([...saves, ...saves, ...saves], { minLength: saves.length * 3 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(anyStory, async ([once, often]) => {
        const attempt = await walk(corps.binh, quizId);
        for (const save of once) await saveAnswer(corps.binh, attempt.attemptId, { slot: 1, ...save });
        const expected = await attempt.slot(1);
        for (const save of often) await saveAnswer(corps.binh, attempt.attemptId, { slot: 1, ...save });
        expect(await attempt.slot(1)).toEqual(expected);
        // The other order from the beginning, in an attempt that never saw the first one.
        await attempt.submit();
        const other = await walk(corps.binh, quizId);
        for (const save of often) await saveAnswer(corps.binh, other.attemptId, { slot: 1, ...save });
        expect(await other.slot(1)).toEqual(expected);
        await other.submit();
        const { mark } = await other.slot(1);
        expect(mark).toBeGreaterThanOrEqual(-2);
        expect(mark).toBeLessThanOrEqual(1);
      }),
      { numRuns: 12 },
    );
  });
});
