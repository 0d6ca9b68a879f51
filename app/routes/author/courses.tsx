import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en as packageEn } from '#app/features/course-package/messages/en.ts';
import { vi as packageVi } from '#app/features/course-package/messages/vi.ts';
import { en } from '#app/features/courses/messages/author-en.ts';
import { vi } from '#app/features/courses/messages/author-vi.ts';
import { en as outlineEn } from '#app/features/courses/messages/outline-en.ts';
import { vi as outlineVi } from '#app/features/courses/messages/outline-vi.ts';
import { authorCourses, authoredCourses } from '#app/features/courses/queries/author-courses.server.ts';
import { managedAssignments } from '#app/features/courses/queries/manage-assignments.server.ts';
import { AssignmentTable } from '#app/features/courses/ui/author/assignment-table.tsx';
import { AuthoredCourses } from '#app/features/courses/ui/author/authored-courses.tsx';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).list.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const courses = await authorCourses(actor);
  const { courses: own, mayBegin } = await authoredCourses(actor);
  return { courses, own, mayBegin, assignments: await managedAssignments(actor), now: now() };
});

export default function Courses() {
  const { list: words } = useMessages(vi, en);
  const lang = useLang();
  const outline = useMessages(outlineVi, outlineEn);
  const { import: packages } = useMessages(packageVi, packageEn);
  const { courses, own, mayBegin, assignments, now } = useLoaderData<typeof loader>();
  const ownIds = new Set(own.map(({ id }) => id));
  const others = courses.filter(({ id }) => !ownIds.has(id));
  const items = others.map(({ id, title, modules }) => ({
    key: id,
    to: `/author/courses/${id}`,
    title,
    note: words.lessons(
      formatNumber(lang, modules.length),
      formatNumber(
        lang,
        modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
      ),
    ),
  }));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        mayBegin && (
          <>
            <LinkButton to="/author/packages/new">{packages.link}</LinkButton>
            <LinkButton to="/author/courses/new" look="primary" icon={PlusIcon}>
              {outline.list.create}
            </LinkButton>
          </>
        )
      }
    >
      <AuthorNav />
      {own.length > 0 && (
        <Section title={outline.list.title}>
          <AuthoredCourses courses={own} />
        </Section>
      )}
      {(items.length > 0 || own.length === 0) && (
        <Section title={words.courses}>
          {items.length > 0 ? (
            <ItemList items={items} />
          ) : (
            <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
          )}
        </Section>
      )}
      <Section title={words.assignments}>
        <AssignmentTable assignments={assignments} now={now} />
      </Section>
    </Page>
  );
}
