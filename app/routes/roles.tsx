import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/access/messages/grants-en.ts';
import { vi } from '#app/features/access/messages/grants-vi.ts';
import { ownUnits } from '#app/features/org/queries/own-units.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from './gate.server.ts';

export const handle: ShellHandle = { area: 'leader' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);

/** The way in: straight to the roles of the own unit; a choice only for who has several. */
export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const { units, act } = await ownUnits(await requireActor(request));
  if (act !== 'unit.view') throw new AppError('forbidden', { reason: 'unit.view' });
  if (units.length === 1) throw redirect(`/units/${units[0]!.id}/roles`);
  return { units };
});

export default function RolesEntry() {
  const words = useMessages(vi, en);
  const { units } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.chooseUnit} width="reading">
      <ItemList items={units.map(({ id, name }) => ({ key: id, to: `/units/${id}/roles`, title: name }))} />
    </Page>
  );
}
