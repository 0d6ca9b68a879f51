import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createCourse } from '#app/features/courses/commands/create-course.server.ts';
import { en } from '#app/features/courses/messages/outline-en.ts';
import { vi } from '#app/features/courses/messages/outline-vi.ts';
import { courseUnits } from '#app/features/courses/queries/author-courses.server.ts';
import { newCourseSchema } from '#app/features/courses/schema.outline.ts';
import { NewCourseForm } from '#app/features/courses/ui/author/new-course-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).create.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => ({
  units: await courseUnits(await requireActor(request)),
  id: formKey(),
}));

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const refuse = (problems: { field: string; code: string }[], status: number) => {
    const typed = { title: text('title'), summary: text('summary'), code: text('code'), unitId: text('unitId') };
    return data({ problems, typed, id: text('id') }, { status });
  };
  const parsed = parseForm(newCourseSchema, form);
  if (!parsed.ok)
    return refuse(
      Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code })),
      400,
    );
  const result = await createCourse(actor, parsed.value);
  if (result.kind === 'code-taken') return refuse([{ field: 'code', code: 'taken' }], 409);
  throw redirect(`/author/courses/${result.courseId}/outline`, 303);
});

export default function NewCourse() {
  const words = useMessages(vi, en);
  const { units, id } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={words.create.title}
      lead={words.create.lead}
      crumbs={[{ to: '/author/courses', label: words.courses }]}
      crumbsLabel={words.crumbs}
      width="form"
    >
      <NewCourseForm units={units} id={id} refused={refused} />
    </Page>
  );
}
