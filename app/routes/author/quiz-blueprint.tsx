import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { buildFromBlueprint } from '#app/features/quiz/commands/rules/build-from-blueprint.server.ts';
import { en } from '#app/features/quiz/messages/rules-en.ts';
import { vi } from '#app/features/quiz/messages/rules-vi.ts';
import { blueprintPage, redrawnBlueprint } from '#app/features/quiz/queries/rules/blueprint-page.server.ts';
import { blueprintFormSchema } from '#app/features/quiz/schema.rules.ts';
import { BalanceNotes } from '#app/features/quiz/ui/rules/balance-notes.tsx';
import { BlueprintForm } from '#app/features/quiz/ui/rules/blueprint-form.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demandNestedForm } from '#app/platform/http/nested-form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).blueprint.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const page = await blueprintPage(await requireActor(request), params.quizId ?? '');
  return { page, isBuilt: new URL(request.url).searchParams.get('done') === 'built' };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const quizId = params.quizId ?? '';
  const { intent, topic, revision, rows } = await demandNestedForm(blueprintFormSchema, request);
  const draft = intent === 'build' || intent === 'look' ? { rows } : redrawnBlueprint({ rows }, intent, topic);
  if (intent !== 'build') {
    const page = await blueprintPage(actor, quizId, draft);
    return data({ page: { ...page, problems: intent === 'look' ? page.problems : [] }, isStale: false });
  }
  const result = await buildFromBlueprint(actor, quizId, { draft, revision });
  if (result.kind === 'built') throw redirect(`/author/quizzes/${quizId}/blueprint?done=built`, 303);
  const page = await blueprintPage(actor, quizId, draft);
  const problems = result.kind === 'invalid' ? result.problems : [];
  const isStale = result.kind === 'stale';
  return data({ page: { ...page, problems }, isStale }, { status: isStale ? 409 : 400 });
});

export default function QuizBlueprint() {
  const messages = useMessages(vi, en);
  const words = messages.blueprint;
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const page = answered?.page ?? loaded.page;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      crumbs={[{ to: `/author/quizzes/${page.quiz.id}`, label: page.quiz.title }]}
      crumbsLabel={messages.crumbs}
    >
      {loaded.isBuilt && !answered && <Notice kind="success" live title={words.built} />}
      {answered?.isStale && (
        <Notice kind="warning" live title={words.stale}>
          {words.staleText}
        </Notice>
      )}
      <BlueprintForm page={page} />
      <Section title={words.balance} lead={words.balanceLead}>
        <BalanceNotes balance={page.balance} />
      </Section>
    </Page>
  );
}
