import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseParts } from '#app/course-parts.server.ts';
import { importPackage } from '#app/features/course-package/commands/import-package.server.ts';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { openOwnPackage, packagePreview } from '#app/features/course-package/queries/package-preview.server.ts';
import { importChoiceSchema } from '#app/features/course-package/schema.choices.ts';
import { ImportChoices } from '#app/features/course-package/ui/import-choices.tsx';
import { ImportPlan } from '#app/features/course-package/ui/import-plan.tsx';
import { PackageCounts, PackageOmissions } from '#app/features/course-package/ui/package-facts.tsx';
import { TakeForm } from '#app/features/course-package/ui/take-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction<typeof loader> = ({ matches, data: loaded }) =>
  pageMeta(matches, (lang) => loaded?.manifest.course.title ?? messagesFor(lang, vi, en).import.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const asked = demand(importChoiceSchema, Object.fromEntries(new URL(request.url).searchParams));
  return packagePreview(actor, idParam(params.packageId), asked);
});

/** Takes the package in as it was shown; where something is other by now the new plan is shown first. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const { seen, ...order } = demand(importChoiceSchema, formObject(await readForm(request)));
  const opened = await openOwnPackage(actor, idParam(params.packageId));
  try {
    const result = await importPackage(actor, opened, { ...order, seen }, courseParts);
    if (result.kind === 'changed-meanwhile' || result.kind === 'refused')
      return data({ isChanged: result.kind === 'changed-meanwhile' }, { status: 409 });
  } finally {
    opened.close();
  }
  const { unitId, as } = order;
  throw redirect(`/author/packages/${params.packageId}?${new URLSearchParams({ unitId, as })}`, 303);
});

export default function Package() {
  const words = useMessages(vi, en);
  const lang = useLang();
  const preview = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { manifest, plan, courseId, takenAt, wish } = preview;
  const { revision, publishedAt, code, title } = manifest.course;
  const state =
    revision === null
      ? words.preview.draft
      : words.preview.revision(String(revision), publishedAt ? formatDate(lang, publishedAt) : '');
  const isDone = plan.isNothing && plan.problems.length === 0;
  return (
    <Page
      title={title}
      kicker={words.import.title}
      lead={words.preview.from(manifest.product)}
      crumbs={[
        { to: '/author/courses', label: words.courses },
        { to: '/author/packages/new', label: words.import.title },
      ]}
      crumbsLabel={words.crumbs}
      width="reading"
    >
      {isDone && (
        <Notice
          kind={takenAt ? 'success' : 'info'}
          live
          title={takenAt ? words.preview.doneTitle(formatDateTime(lang, takenAt)) : words.preview.nothingTitle}
        >
          <p>
            {takenAt && (wish.as === 'draft' ? words.preview.doneDraft : words.preview.donePublished)}{' '}
            {words.preview.nothingText}
          </p>
          {courseId && (
            <LinkButton to={`/author/courses/${courseId}`} look="primary" className="mt-3">
              {words.preview.toCourse}
            </LinkButton>
          )}
        </Notice>
      )}
      <Section title={words.preview.choose}>
        <ImportChoices {...preview} />
      </Section>
      <Section title={words.preview.does}>
        <ImportPlan plan={plan} />
        {manifest.notIncluded.length > 0 && (
          <Notice title={words.export.notIncluded} className="mt-5">
            <PackageOmissions notIncluded={manifest.notIncluded} />
          </Notice>
        )}
        <div className="mt-6 space-y-5">
          {answered?.isChanged && <Notice kind="warning" live title={words.preview.changedMeanwhile} />}
          <TakeForm {...preview} />
        </div>
      </Section>
      <Section title={words.holds}>
        <DefinitionList
          items={[
            { term: words.preview.code, value: code },
            { term: words.preview.state, value: state },
            {
              term: words.preview.mark,
              value: (
                <>
                  <span className="tabular">{manifest.mark.slice(0, 16)}</span>
                  <span className="block text-sm text-muted">{words.preview.markHint}</span>
                </>
              ),
            },
          ]}
        />
        <div className="mt-5">
          <PackageCounts counts={manifest.counts} />
        </div>
      </Section>
    </Page>
  );
}
