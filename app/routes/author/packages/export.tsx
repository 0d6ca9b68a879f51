import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { packageExport } from '#app/features/course-package/queries/package-export.server.ts';
import { ExportOffer } from '#app/features/course-package/ui/export-offer.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).export.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  packageExport(await requireActor(request), idParam(params.courseId)),
);

export default function Export() {
  const { export: words, courses, crumbs } = useMessages(vi, en);
  const { course, offers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      crumbs={[
        { to: '/author/courses', label: courses },
        { to: `/author/courses/${course.id}`, label: course.title },
      ]}
      crumbsLabel={crumbs}
    >
      <Notice title={words.keys} className="max-w-form" />
      {offers.map((offer, at) => (
        <ExportOffer key={offer.of} courseId={course.id} offer={offer} isFirst={at === 0} />
      ))}
      {offers.length === 0 && <EmptyState title={words.none} />}
    </Page>
  );
}
