import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { en as bankEn } from '#app/features/questions/messages/bank-en.ts';
import { vi as bankVi } from '#app/features/questions/messages/bank-vi.ts';
import { en } from '#app/features/questions/messages/en.ts';
import { vi } from '#app/features/questions/messages/vi.ts';
import { AuthorNav } from '#app/features/questions/ui/author-nav.tsx';
import { coveragePage } from '#app/features/quiz/queries/rules/coverage-page.server.ts';
import { CoverageTable } from '#app/features/quiz/ui/bank/coverage-table.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Page } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, bankVi, bankEn).coverage.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return coveragePage(actor, new URL(request.url).searchParams.get('course') ?? '');
});

export default function Coverage() {
  const words = useMessages(vi, en);
  const { coverage: bank } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const { courses, courseId, rows, lacking, thin } = useLoaderData<typeof loader>();
  return (
    <Page
      title={bank.title}
      lead={bank.lead}
      crumbs={[{ to: '/author/questions', label: words.list.title }]}
      crumbsLabel={words.crumbs}
    >
      <AuthorNav />
      {courses.length > 0 && (
        <Form method="get" className="screen-only flex flex-wrap items-end gap-3">
          <Field label={bank.course}>
            <Select
              key={courseId}
              name="course"
              emptyLabel={bank.allCourses}
              options={courses.map(({ id, title }) => ({ value: id, label: title }))}
              defaultValue={courseId}
            />
          </Field>
          <Button type="submit">{bank.show}</Button>
        </Form>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={courseId ? bank.noneOfCourse : bank.empty}
          action={<LinkButton to="/author/categories">{words.list.toCategories}</LinkButton>}
        >
          {bank.emptyText}
        </EmptyState>
      ) : (
        <div className="space-y-4">
          <p className="tabular" role="status">
            {lacking + thin > 0 ? bank.summary(formatNumber(lang, lacking), formatNumber(lang, thin)) : bank.fine}
          </p>
          <CoverageTable rows={rows} />
        </div>
      )}
    </Page>
  );
}
