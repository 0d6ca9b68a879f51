import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addItem } from '#app/features/library/commands/add-item.server.ts';
import { en } from '#app/features/library/messages/author-en.ts';
import { vi } from '#app/features/library/messages/author-vi.ts';
import { newItemDesk } from '#app/features/library/queries/item-editor.server.ts';
import { ItemForm, type ItemValues } from '#app/features/library/ui/author/item-form.tsx';
import type { FormProblem } from '#app/features/library/ui/author/item-problem-words.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';
import { sentItem } from './sent-item.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).create.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const desk = await newItemDesk(await requireActor(request));
  return { ...desk, id: formKey(), today: dateOf(now()) };
});

type Refused = { problems: readonly FormProblem[]; typed: ItemValues & { id?: string } };

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  await newItemDesk(actor);
  const sent = await sentItem(actor, request);
  const refuse = (problems: readonly FormProblem[]) => data<Refused>({ problems, typed: sent.typed }, { status: 400 });
  if (sent.kind === 'refused') return refuse(sent.problems);
  const { id, unitId, item } = sent.value;
  if (unitId === '') return refuse([{ field: 'unitId', code: 'missing' }]);
  const result = await addItem(actor, { id, unitId, item });
  if (result.kind === 'invalid') return refuse(result.problems);
  throw redirect(`/author/library/${id}?done=added`, 303);
});

export default function NewItem() {
  const words = useMessages(vi, en);
  const { id, units, topics, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page
      title={words.create.title}
      crumbs={[{ to: '/author/library', label: words.title }]}
      crumbsLabel={words.crumbs}
      width="form"
    >
      <ItemForm
        id={refused?.typed.id || id}
        base={0}
        values={refused?.typed ?? { asOf: today }}
        problems={refused?.problems}
        topics={topics}
        units={units}
        today={today}
        submitLabel={words.create.button}
        cancelTo="/author/library"
      />
    </Page>
  );
}
