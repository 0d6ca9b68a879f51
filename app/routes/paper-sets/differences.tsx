import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { settlePaperSheet } from '#app/features/quiz/commands/printed/settle-sheet.server.ts';
import { en } from '#app/features/quiz/messages/printed-en.ts';
import { vi } from '#app/features/quiz/messages/printed-vi.ts';
import { paperDifferences } from '#app/features/quiz/queries/printed/paper-differences.server.ts';
import { settlementSchema } from '#app/features/quiz/schema.printed.ts';
import { DifferencesView } from '#app/features/quiz/ui/printed/differences-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'examiner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).differences.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) =>
  paperDifferences(await requireActor(request), idParam(params.setId)),
);

/** Settles one sheet: of each question that differs a choice, or what is typed beside it. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const fields = formObject(await readForm(request));
  const answers: string[] = [];
  for (const [name, text] of Object.entries(fields)) {
    const number = Number(/^(?:choice|answer)\.(\d{1,3})$/.exec(name)?.[1] ?? 0);
    if (number < 1 || number > 500 || typeof text !== 'string') continue;
    const choice = fields[`choice.${number}`];
    const typed = fields[`answer.${number}`];
    const said = choice === undefined || choice === '?' ? typed : choice;
    if (typeof said === 'string') answers[number - 1] = said;
  }
  const settlement = demand(settlementSchema, { ...fields, answers: Array.from(answers) });
  const outcome = await settlePaperSheet(actor, idParam(params.setId), settlement);
  return data({ personId: settlement.personId, outcome }, { status: outcome.kind === 'refused' ? 409 : 200 });
});

export default function PaperDifferencesRoute() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  const words = useMessages(vi, en);
  return (
    <Page
      title={words.differences.title}
      lead={words.differences.lead}
      crumbs={[
        { to: '/paper-sets', label: words.title },
        { to: `/paper-sets/${page.set.id}`, label: page.set.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      <DifferencesView page={page} answer={acted} />
    </Page>
  );
}
