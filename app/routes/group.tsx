import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type AddedMembers, addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { closeGroup } from '#app/features/org/commands/close-group.server.ts';
import { removeGroupMember } from '#app/features/org/commands/remove-group-member.server.ts';
import { renameGroup } from '#app/features/org/commands/rename-group.server.ts';
import { en } from '#app/features/org/messages/en.ts';
import { vi } from '#app/features/org/messages/vi.ts';
import { groupPage } from '#app/features/org/queries/groups.server.ts';
import { groupFormSchema } from '#app/features/org/schema.ts';
import { GroupView } from '#app/features/org/ui/groups/group-view.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { requireActor } from './gate.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  pageMeta(matches, (lang) => page?.group.name ?? messagesFor(lang, vi, en).groups.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('q') ?? '').slice(0, 200);
  const page = await groupPage(await requireActor(request), params.groupId ?? '', search);
  return { ...page, search, done: searchParams.get('done') };
});

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const id = params.groupId ?? '';
  const form = demand(groupFormSchema, formObject(await readForm(request)));
  const back = (done: string) => redirect(`/groups/${id}?done=${done}`, 303);
  switch (form.intent) {
    case 'rename': {
      const result = await renameGroup(actor, id, form.name);
      if (result.kind === 'invalid') return data({ problem: result.problem, added: null }, { status: 400 });
      throw back('renamed');
    }
    case 'close':
      await closeGroup(actor, id);
      throw back('closed');
    case 'remove':
      await removeGroupMember(actor, id, form.personId);
      throw back('removed');
    case 'add':
      return data<{ problem: null; added: AddedMembers }>({
        problem: null,
        added: await addGroupMembers(actor, id, { personIds: [form.personId] }),
      });
    case 'paste':
      return data<{ problem: null; added: AddedMembers }>({
        problem: null,
        added: await addGroupMembers(actor, id, { numbers: form.numbers }),
      });
  }
});

export default function Group() {
  return <GroupView {...useLoaderData<typeof loader>()} answered={useActionData<typeof action>()} />;
}
