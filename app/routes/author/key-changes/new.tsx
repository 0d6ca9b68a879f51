import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { QuestionChangesTable } from '#app/features/questions/ui/question-changes-table.tsx';
import { proposeKeyChange } from '#app/features/quiz/commands/regrade/propose-key-change.server.ts';
import { en } from '#app/features/quiz/messages/regrade-en.ts';
import { vi } from '#app/features/quiz/messages/regrade-vi.ts';
import { newKeyChangePage } from '#app/features/quiz/queries/regrade/key-change-page.server.ts';
import { proposalSchema } from '#app/features/quiz/schema.regrade.ts';
import { DryRunFigures } from '#app/features/quiz/ui/regrade/dry-run-figures.tsx';
import { KeyChangeOfferNotice } from '#app/features/quiz/ui/regrade/key-change-offer-notice.tsx';
import { ProposalForm, VersionChoice } from '#app/features/quiz/ui/regrade/proposal-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).create.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

const questionOf = (request: Request) => idParam(new URL(request.url).searchParams.get('question') ?? undefined);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const fromVersionId = new URL(request.url).searchParams.get('from');
  return newKeyChangePage(actor, { questionId: questionOf(request), fromVersionId });
});

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const questionId = questionOf(request);
  const form = parseForm(proposalSchema, await readForm(request));
  if (!form.ok) return data({ reason: form.typed.reason ?? '', refused: null }, { status: 400 });
  const outcome = await proposeKeyChange(actor, { questionId, ...form.value });
  if (outcome.kind === 'proposed') throw redirect(`/author/key-changes/${outcome.id}?done=proposed`, 303);
  return data({ reason: form.value.reason, refused: outcome.reason }, { status: 409 });
});

export default function NewKeyChange() {
  const all = useMessages(vi, en);
  const words = all.create;
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { chosen, offer, code, stem } = page;
  return (
    <Page
      title={words.title}
      kicker={code}
      lead={stem}
      crumbs={[
        { to: '/author/key-changes', label: all.list.title },
        { to: `/author/questions/${offer.questionId}`, label: code },
      ]}
      crumbsLabel={all.crumbs}
    >
      {answered?.refused && <Notice kind="warning" title={words.refused[answered.refused]} live />}
      <VersionChoice page={page} />
      {chosen ? (
        <>
          <Section title={all.page.keyChanges} lead={all.page.versions(chosen.fromNumber, chosen.toNumber)}>
            <QuestionChangesTable caption={all.page.keyChanges} changes={chosen.changes} categories={[]} />
          </Section>
          <DryRunFigures dryRun={chosen.dryRun} />
          <ProposalForm
            key={chosen.versionId}
            fromVersionId={chosen.versionId}
            reason={answered?.reason ?? ''}
            isReasonMissing={answered !== undefined && answered.refused === null}
          />
        </>
      ) : offer.open || offer.versions.length > 0 ? (
        <KeyChangeOfferNotice offer={offer} />
      ) : (
        <EmptyState
          title={words.none}
          action={<LinkButton to={`/author/questions/${offer.questionId}`}>{words.toQuestion}</LinkButton>}
        >
          {words.noneText}
        </EmptyState>
      )}
    </Page>
  );
}
