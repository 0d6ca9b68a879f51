import { beforeAll, expect, it } from 'vitest';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { createQuiz } from '#app/features/quiz/commands/create-quiz.server.ts';
import { editQuiz } from '#app/features/quiz/commands/edit-quiz.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { startPreview } from '#app/features/quiz/commands/start-attempt.server.ts';
import { blankSlot } from '#app/features/quiz/core/quiz-draft.ts';
import { authorQuiz } from '#app/features/quiz/queries/author-quiz.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { loader as attemptLoader } from '#app/routes/attempt/page.tsx';
import { action as signInAction } from '#app/routes/sign-in.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { typed } from '#tests/features/questions/drafts.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { ask } from '#tests/routes/ask.ts';
import { call, signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

let corps: Corps;
let categoryId: string;
beforeAll(async () => {
  corps = await buildCorps();
  const category = await createCategory(corps.giang, { name: 'Nhóm', unitId: '' });
  categoryId = category.kind === 'created' ? category.categoryId : '';
  await createQuestion(corps.giang, typed.single(categoryId));
});

/** A draft that is fit to be published: one question drawn from the category. */
async function fitQuiz(): Promise<string> {
  const begun = await createQuiz(corps.giang, { title: 'Bài', kind: 'exam', unitId: '' });
  if (begun.kind !== 'created') throw new Error('no quiz');
  const { base } = await authorQuiz(corps.giang, begun.quizId);
  const slots = [{ ...blankSlot(), categoryId, count: '1' }];
  const edited = await editQuiz(corps.giang, begun.quizId, { base, draft: { ...base.draft, slots } });
  expect(edited.kind).toBe('edited');
  return begun.quizId;
}

it('never publishes what another author emptied at the same moment', async () => {
  for (let round = 0; round < 12; round += 1) {
    const quizId = await fitQuiz();
    const { base } = await authorQuiz(corps.giang, quizId);
    await Promise.all([
      publishQuiz(corps.giang, quizId, base.revision),
      editQuiz(corps.giang, quizId, { base, draft: { ...base.draft, slots: [] } }),
    ]);
    const { state, base: after } = await authorQuiz(corps.giang, quizId);
    expect({ state, slots: after.draft.slots.length }).not.toEqual({ state: 'published', slots: 0 });
  }
});

it('opens one preview, whoever presses twice', async () => {
  const quizId = await fitQuiz();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => startPreview(corps.giang, quizId)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(8).fill('started'));
  expect(await database().read.attempt.count({ where: { quizId } })).toBe(1);
});

it('takes a NUL for bad input and not for a failure of its own', async () => {
  const answer = await ask(signInAction, '/sign-in', { form: { login: 'an\0', password: 'x' } });
  expect(answer.status).toBe(400);
  const page = await call(attemptLoader, await signedIn(corps.an), '/attempts/x', { attemptId: 'x\0' });
  expect([400, 404]).toContain(page.status);
});
