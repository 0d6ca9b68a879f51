import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { en } from '#app/features/quiz/messages/author-en.ts';
import { vi } from '#app/features/quiz/messages/author-vi.ts';
import { authorQuizzes } from '#app/features/quiz/queries/author-quizzes.server.ts';
import { QuizList } from '#app/features/quiz/ui/author/quiz-list.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon, SearchIcon } from '#app/ui/icons.tsx';
import { Page } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 200);
  const isArchived = searchParams.get('archived') === 'yes';
  return { quizzes: await authorQuizzes(actor, { search, isArchived }), search, isArchived };
});

export default function Quizzes() {
  const { list: words } = useMessages(vi, en);
  const { quizzes, search, isArchived } = useLoaderData<typeof loader>();
  const create = (
    <LinkButton to="/author/quizzes/new" look="primary" icon={PlusIcon}>
      {words.create}
    </LinkButton>
  );
  const isFiltered = Boolean(search || isArchived);
  const empty = isFiltered ? (
    <EmptyState title={words.none} action={<LinkButton to="/author/quizzes">{words.clear}</LinkButton>}>
      {words.noneText}
    </EmptyState>
  ) : (
    <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={create}>
      <AuthorNav />
      <Form method="get" className="screen-only flex flex-wrap items-end gap-4" key={`${search} ${isArchived}`}>
        <Field label={words.search} className="w-full sm:w-80">
          <TextInput name="q" type="search" defaultValue={search} placeholder={words.searchHint} />
        </Field>
        <label className="flex min-h-[2.75rem] cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            name="archived"
            value="yes"
            defaultChecked={isArchived}
            className="h-5 w-5 accent-accent"
          />
          {words.archived}
        </label>
        <Button type="submit" icon={SearchIcon}>
          {words.apply}
        </Button>
      </Form>
      <QuizList quizzes={quizzes} empty={empty} />
    </Page>
  );
}
