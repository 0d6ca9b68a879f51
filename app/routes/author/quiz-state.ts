import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { archiveQuiz } from '#app/features/quiz/commands/archive-quiz.server.ts';
import { publishQuiz } from '#app/features/quiz/commands/publish-quiz.server.ts';
import { restoreQuiz } from '#app/features/quiz/commands/restore-quiz.server.ts';
import { unpublishQuiz } from '#app/features/quiz/commands/unpublish-quiz.server.ts';
import { quizStateSchema } from '#app/features/quiz/schema.draft.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { requireActor } from '../gate.server.ts';

const others = { unpublish: unpublishQuiz, archive: archiveQuiz, restore: restoreQuiz };

/** Publishes a quiz, takes it back, archives or restores it; what keeps it from being published stands on its page. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = params.quizId ?? '';
  const { intent, revision } = await demandNestedForm(quizStateSchema, request);
  let done: string = intent;
  if (intent === 'publish') done = `publish-${(await publishQuiz(actor, id, revision)).kind}`;
  else await others[intent](actor, id);
  throw redirect(`/author/quizzes/${id}?done=${done}#publish`, 303);
});

/** Nothing is shown here: a reload leads back to the quiz. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/author/quizzes/${idParam(params.quizId)}`);
});
