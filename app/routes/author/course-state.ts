import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { archiveCourse } from '#app/features/courses/commands/archive-course.server.ts';
import { restoreCourse } from '#app/features/courses/commands/restore-course.server.ts';
import { courseStateSchema } from '#app/features/courses/schema.outline.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** Puts a course away or takes it out again. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = idParam(params.courseId);
  const { intent } = demand(courseStateSchema, formObject(await readForm(request)));
  if (intent === 'archive') await archiveCourse(actor, courseId);
  else await restoreCourse(actor, courseId);
  throw redirect(`/author/courses/${courseId}?done=${intent === 'archive' ? 'archived' : 'restored'}`, 303);
});

/** Nothing is shown here: a reload leads back to the course. */
export const loader = answer(async ({ params }: LoaderFunctionArgs) => {
  throw redirect(`/author/courses/${idParam(params.courseId)}`);
});
