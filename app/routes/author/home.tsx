import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { managedAssignments } from '#app/features/courses/queries/manage-assignments.server.ts';
import { AssignmentTable } from '#app/features/courses/ui/author/assignment-table.tsx';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { categoriesPage } from '#app/features/questions/queries/categories-page.server.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { en as quizEn } from '#app/features/quiz/messages/author-en.ts';
import { vi as quizVi } from '#app/features/quiz/messages/author-vi.ts';
import { authorQuizzes } from '#app/features/quiz/queries/author-quizzes.server.ts';
import { QuizList } from '#app/features/quiz/ui/author/quiz-list.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Figures } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).area);

const LATEST = 6;

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const quizzes = await authorQuizzes(actor);
  const { categories } = await categoriesPage(actor);
  const assignments = (await managedAssignments(actor)).filter(({ withdrawnAt }) => !withdrawnAt);
  return {
    latest: quizzes.slice(0, LATEST),
    drafts: quizzes.filter(({ state }) => state === 'draft').length,
    published: quizzes.filter(({ state }) => state === 'published').length,
    questions: categories.reduce((sum, { total }) => sum + total, 0),
    categories: categories.length,
    assignments: assignments.slice(0, LATEST),
    now: now(),
  };
});

export default function AuthorHome() {
  const words = useMessages(vi, en);
  const quiz = useMessages(quizVi, quizEn);
  const lang = useLang();
  const { latest, drafts, published, questions, categories, assignments, now } = useLoaderData<typeof loader>();
  const empty = <EmptyState title={quiz.list.empty}>{quiz.list.emptyText}</EmptyState>;
  return (
    <Page
      title={words.area}
      lead={words.home.lead}
      actions={
        <>
          <LinkButton to="/author/imports">{words.list.fromWord}</LinkButton>
          <LinkButton to="/author/questions/new">{words.list.create}</LinkButton>
          <LinkButton to="/author/quizzes/new" look="primary" icon={PlusIcon}>
            {quiz.list.create}
          </LinkButton>
        </>
      }
    >
      <AuthorNav />
      <Figures
        items={[
          { label: words.home.published, value: formatNumber(lang, published) },
          { label: words.home.drafts, value: formatNumber(lang, drafts) },
          {
            label: words.home.questions,
            value: formatNumber(lang, questions),
            note: words.home.inCategories(formatNumber(lang, categories)),
          },
        ]}
      />
      <Section title={words.home.latest} actions={<Link to="/author/quizzes">{words.home.allQuizzes}</Link>}>
        <QuizList quizzes={latest} empty={empty} />
      </Section>
      <Section title={words.home.assignments} actions={<Link to="/author/courses">{words.home.allAssignments}</Link>}>
        <AssignmentTable assignments={assignments} now={now} />
      </Section>
    </Page>
  );
}
