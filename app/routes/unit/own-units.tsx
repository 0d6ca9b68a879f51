import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ownUnits } from '#app/features/org/queries/own-units.server.ts';
import { en } from '#app/features/progress/messages/en.ts';
import { vi } from '#app/features/progress/messages/vi.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).units.title);

/** The way in for a leader, or a clerk: straight to the own unit; a choice only for who has several. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const { units, act } = await ownUnits(await requireActor(request));
  const own = units.map(({ id, name }) => ({ id, name, to: `/units/${id}${act === 'unit.view' ? '' : '/presence'}` }));
  if (own.length === 1) throw redirect(own[0]!.to);
  return { units: own };
});

export default function OwnUnits() {
  const words = useMessages(vi, en).units;
  const { units } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead} width="reading">
      <ItemList items={units.map(({ id, name, to }) => ({ key: id, to, title: name }))} />
    </Page>
  );
}
