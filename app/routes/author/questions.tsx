import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { bulkNotice, questionsPage } from '#app/features/questions/queries/questions-page.server.ts';
import { questionListSchema } from '#app/features/questions/schema.bank.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { BulkNotice } from '#app/features/questions/ui/bulk-notice.tsx';
import { QuestionFilterForm } from '#app/features/questions/ui/question-filter-form.tsx';
import { QuestionList } from '#app/features/questions/ui/question-list.tsx';
import { bankFiguresOf } from '#app/features/quiz/queries/statistics/bank-figures.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';
import { bankFilter, isNarrowed, rememberedSearch, rememberSearch } from './bank/bank-filter.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const remembered = rememberedSearch(request);
  if (searchParams.size === 0 && remembered !== '') throw redirect(`/author/questions?${remembered}`);
  const values = questionListSchema.parse(Object.fromEntries(searchParams));
  const sort = {
    key: values.sort,
    isDescending: values.dir === '' ? values.sort === 'changed' : values.dir === 'desc',
  };
  const filter = await bankFilter(actor, values);
  const page = await questionsPage(actor, { ...filter, sort, page: values.page });
  const figures = await bankFiguresOf(
    actor,
    page.questions.map(({ id }) => id),
  );
  const batch = await bulkNotice(actor, searchParams.get('batch') ?? '');
  const left = Math.max(0, Number(searchParams.get('left')) || 0);
  const isFiltered = isNarrowed(values);
  return data(
    { page, figures, values, sort, isFiltered, batch, left },
    { headers: { 'Set-Cookie': rememberSearch(request, values) } },
  );
});

export default function Questions() {
  const words = useMessages(vi, en);
  const { list: bank } = useMessages(bankVi, bankEn);
  const { page, figures, values, sort, isFiltered, batch, left } = useLoaderData<typeof loader>();
  const create = values.category ? `/author/questions/new?category=${values.category}` : '/author/questions/new';
  const search = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();
  return (
    <Page
      title={words.list.title}
      lead={words.list.lead}
      actions={
        <>
          <LinkButton to={create} look="primary" icon={PlusIcon}>
            {words.list.create}
          </LinkButton>
          <LinkButton to="/author/imports">{bank.import}</LinkButton>
          <LinkButton to="/author/categories">{words.list.toCategories}</LinkButton>
          <LinkButton to="/author/coverage">{bank.coverage}</LinkButton>
        </>
      }
    >
      <AuthorNav />
      {batch && <BulkNotice batch={batch} left={left} />}
      <QuestionFilterForm values={values} categories={page.categories} isFiltered={isFiltered} />
      <QuestionList key={search} page={page} figures={figures} sort={sort} search={search} isFiltered={isFiltered} />
    </Page>
  );
}
