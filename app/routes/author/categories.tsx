import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { categoryFormSchema } from '#app/features/questions/schema.draft.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { CategoryForm } from '#app/features/questions/ui/category-form.tsx';
import { CategoryTable } from '#app/features/questions/ui/category-table.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).categories.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const isCreated = new URL(request.url).searchParams.has('created');
  return { ...(await categoriesPage(actor)), isCreated };
});

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const parsed = parseForm(categoryFormSchema, form);
  const typed = { name: String(form.get('name') ?? ''), unitId: String(form.get('unitId') ?? '') };
  if (!parsed.ok) {
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    return data({ problems, ...typed }, { status: 400 });
  }
  const result = await createCategory(actor, parsed.value);
  if (result.kind === 'invalid') return data({ problems: result.problems, ...typed }, { status: 400 });
  throw redirect('/author/categories?created', 303);
});

export default function Categories() {
  const words = useMessages(vi, en);
  const { categories, units, isCreated } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={words.categories.title}
      lead={words.categories.lead}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
    >
      <AuthorNav />
      {isCreated && !refused && <Notice kind="success" title={words.categories.created} live />}
      <CategoryTable categories={categories} />
      <Section title={words.categories.createTitle}>
        <CategoryForm key={categories.length} units={units} refused={refused} />
      </Section>
    </Page>
  );
}
