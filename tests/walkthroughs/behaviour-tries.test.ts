import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { presentResponse } from '#app/features/questions/core/question-types.ts';
import { parsePaper } from '#app/features/quiz/core/paper.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, buildExam, clockAt, rightAnswers, wrongAnswers } from '#tests/fixtures/exam.ts';
import { insertQuestion } from '#tests/fixtures/marked-by-hand.ts';
import { tenQuestions } from '#tests/fixtures/ten-types.ts';
import { walk } from '#tests/fixtures/walk.ts';

useTestDatabase();

let corps: Corps;
let quizId: string;
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps, {
    ...{
      kind: 'practice',
      behaviour: 'tries',
      triesAllowed: 3,
      tryPenalty: 0.25,
      timeLimitSeconds: 600,
      graceSeconds: 10,
    },
  }));
});
beforeEach(() => clockAt(0));

describe('several tries', () => {
  it('are told from the start to the marks: each wrong one costs, the right one ends it', async () => {
    const attempt = await walk(corps.an, quizId);
    expect((await attempt.question(1)).work).toEqual({ stands: false, tries: [], triesLeft: 3, nextWorth: 1 });
    expect(await attempt.check(1)).toEqual({ outcome: 'refused', reason: 'not-answered' });
    await attempt.save(1, wrongAnswers[1]);
    clockAt(10);
    expect(await attempt.check(1)).toEqual({ outcome: 'checked' });
    expect(await attempt.slot(1)).toEqual({
      ...{ response: 'a', certainty: null, sequence: 1, checks: 1, fraction: 0, mark: null },
      tries: [{ response: 'a', fraction: 0, at: at(10).toISOString() }],
    });
    // While a further try is worth something, nothing that tells the key is shown; what is said of the own choice is.
    const wrong = await attempt.question(1);
    expect(wrong.work).toEqual({ stands: false, tries: [{ correctness: 'wrong' }], triesLeft: 2, nextWorth: 0.75 });
    expect(wrong.review).toMatchObject({ correctness: 'wrong', mark: 0, feedbackHtml: { 0: expect.any(String) } });
    expect(wrong.review).not.toHaveProperty('right');
    expect(wrong.review).not.toHaveProperty('explanationHtml');
    expect(JSON.stringify(wrong)).not.toContain('Giải thích bí mật');

    // The same again uses up nothing, a change and back neither.
    expect(await attempt.check(1)).toEqual({ outcome: 'unchanged' });
    await attempt.save(1, 2);
    expect((await attempt.question(1)).review).toBeNull();
    await attempt.save(1, wrongAnswers[1]);
    expect(await attempt.check(1)).toEqual({ outcome: 'unchanged' });
    expect(await attempt.slot(1)).toMatchObject({ checks: 1, fraction: 0, sequence: 3 });

    // Right at last: it stands, and the key is shown.
    await attempt.save(1, rightAnswers[1]);
    expect(await attempt.check(1)).toEqual({ outcome: 'checked' });
    expect(await attempt.question(1)).toMatchObject({
      review: { correctness: 'right', mark: 0.75, right: [1], explanationHtml: expect.stringContaining('Giải thích') },
      work: {
        stands: true,
        tries: [{ correctness: 'wrong' }, { correctness: 'right' }],
        triesLeft: 1,
        nextWorth: 0.75,
      },
    });
    expect(await attempt.save(1, wrongAnswers[1])).toMatchObject({ outcome: 'refused', reason: 'answer-stands' });
    expect(await attempt.check(1)).toEqual({ outcome: 'unchanged' });

    // Three wrong ones: used up, with the best of them kept.
    for (const response of [[0], [1], [1, 2]]) {
      await attempt.save(2, response);
      expect(await attempt.check(2)).toEqual({ outcome: 'checked' });
    }
    expect((await attempt.question(2)).work).toMatchObject({ stands: true, triesLeft: 0 });
    expect(await attempt.save(2, rightAnswers[2])).toMatchObject({ outcome: 'refused', reason: 'answer-stands' });

    // Checked once, changed and never checked again: one more try.
    await attempt.save(3, wrongAnswers[3]);
    await attempt.check(3);
    await attempt.save(3, rightAnswers[3]);

    clockAt(610);
    expect(await attempt.save(4, rightAnswers[4])).toMatchObject({ outcome: 'refused', reason: 'time-up' });
    expect(await attempt.check(3)).toEqual({ outcome: 'refused', reason: 'time-up' });
    expect(await attempt.submit()).toEqual({ outcome: 'submitted', cause: 'time' });
    expect(await attempt.stored()).toMatchObject({ state: 'graded', itemMarks: '[0.75,0.5,0.75,0]', markSum: 2 });
    expect((await attempt.result()).questions.map(({ tries }) => tries.map(({ correctness }) => correctness))).toEqual([
      ['wrong', 'right'],
      ['partial', 'wrong', 'wrong'],
      ['wrong'],
      [],
    ]);
  });

  it('tell nothing of the key of any type while a further try is worth something', async () => {
    const asked = tenQuestions.filter(({ body }) => body.type !== 'essay');
    const costly = await buildExam(corps, {
      ...{ kind: 'practice', behaviour: 'tries', triesAllowed: 2, tryPenalty: 0.5 },
      slots: [{ question: 'thu-q1' }],
    });
    for (const [index, { body }] of asked.entries()) {
      const slot = { quizId: costly.quizId, position: index + 2, questionId: await insertQuestion(body) };
      await database().write((tx) => tx.quizSlot.create({ data: { id: newId(), ...slot } }));
    }
    const attempt = await walk(corps.an, costly.quizId);
    const paper = parsePaper((await attempt.stored()).paper);
    for (const [index, { body, wrong, right }] of asked.entries()) {
      const slot = index + 2;
      const shown = (answer: typeof wrong) => presentResponse(body, answer, paper[slot - 1]!.optionOrder);
      await attempt.save(slot, shown(wrong));
      expect(await attempt.check(slot)).toEqual({ outcome: 'checked' });
      const { review, work } = await attempt.question(slot);
      expect([body.type, work.stands, work.triesLeft]).toEqual([body.type, false, 1]);
      expect([body.type, Object.keys(review!).sort()]).toEqual([
        body.type,
        ['answer', 'correctness', 'feedbackHtml', 'mark', 'maxMark'],
      ]);
      // The search can see: once it stands, all of that is there.
      await attempt.save(slot, shown(right));
      await attempt.check(slot);
      expect(Object.keys((await attempt.question(slot)).review!)).toEqual(
        expect.arrayContaining(['right', 'explanationHtml', 'source']),
      );
    }
  });

  it('without limit or cost show the key after each check, as a practice does that only teaches', async () => {
    const free = await buildExam(corps, { kind: 'practice', timeLimitSeconds: 0 });
    const attempt = await walk(corps.an, free.quizId);
    for (const response of [0, 2, 0, 2]) {
      await attempt.save(1, response);
      expect(await attempt.check(1)).toEqual({ outcome: 'checked' });
      expect(await attempt.question(1)).toMatchObject({
        review: { right: [1] },
        work: { stands: false, nextWorth: null },
      });
    }
    await attempt.save(1, rightAnswers[1]);
    await attempt.check(1);
    await attempt.submit();
    expect(await attempt.slot(1)).toMatchObject({ checks: 5, fraction: 1, mark: 1 });
  });
});
