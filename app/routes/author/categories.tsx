import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { categoryFieldsSchema } from '#app/features/questions/schema.bank.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { CategoryForm } from '#app/features/questions/ui/category-form.tsx';
import { CategoryTable } from '#app/features/questions/ui/category-table.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).categories.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const done = (['created', 'saved', 'merged', 'deleted'] as const).find((each) => searchParams.has(each)) ?? null;
  const moved = Math.max(0, Number(searchParams.get('merged')) || 0);
  return { ...(await categoriesPage(actor)), done, moved };
});

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = await readForm(request);
  const parsed = parseForm(categoryFieldsSchema, form);
  const text = (name: string) => String(form.get(name) ?? '');
  const values = { name: text('name'), unitId: text('unitId'), parentId: text('parentId'), review: text('review') };
  if (!parsed.ok) {
    const problems = Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code }));
    return data({ problems, values }, { status: 400 });
  }
  const result = await createCategory(actor, parsed.value);
  if (result.kind === 'invalid') return data({ problems: result.problems, values }, { status: 400 });
  throw redirect('/author/categories?created', 303);
});

export default function Categories() {
  const words = useMessages(vi, en);
  const { categories, units, done, moved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { categories: bank } = useMessages(bankVi, bankEn);
  const told = {
    ...{ created: words.categories.created, saved: bank.saved, deleted: bank.deleted },
    merged: bank.merged(formatNumber(useLang(), moved)),
  };
  return (
    <Page
      title={words.categories.title}
      lead={words.categories.lead}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
    >
      <AuthorNav />
      {done && !refused && <Notice kind="success" title={told[done]} live />}
      <CategoryTable categories={categories} />
      <Section title={words.categories.createTitle}>
        <CategoryForm
          key={categories.length}
          units={units}
          parents={categories.map(({ id, path }) => ({ id, label: path.join(' / ') }))}
          values={refused?.values}
          problems={refused?.problems}
          submitLabel={words.categories.create}
        />
      </Section>
    </Page>
  );
}
