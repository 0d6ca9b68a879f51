import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { questionListSchema } from '#app/features/questions/schema.draft.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { QuestionFilterForm } from '#app/features/questions/ui/question-filter-form.tsx';
import { QuestionList } from '#app/features/questions/ui/question-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const values = questionListSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { q, category, type, difficulty, archived, page } = values;
  const isArchived = archived === 'yes';
  const found = await questionsPage(actor, { search: q, categoryId: category, type, difficulty, isArchived, page });
  return { page: found, values, isFiltered: Boolean(q || category || type || difficulty || isArchived) };
});

export default function Questions() {
  const words = useMessages(vi, en);
  const { page, values, isFiltered } = useLoaderData<typeof loader>();
  const create = values.category ? `/author/questions/new?category=${values.category}` : '/author/questions/new';
  return (
    <Page
      title={words.list.title}
      lead={words.list.lead}
      actions={
        <>
          <LinkButton to="/author/imports">{words.list.fromWord}</LinkButton>
          <LinkButton to="/author/categories">{words.list.toCategories}</LinkButton>
          <LinkButton to={create} look="primary" icon={PlusIcon}>
            {words.list.create}
          </LinkButton>
        </>
      }
    >
      <AuthorNav />
      <QuestionFilterForm values={values} categories={page.categories} isFiltered={isFiltered} />
      <QuestionList page={page} isFiltered={isFiltered} />
    </Page>
  );
}
