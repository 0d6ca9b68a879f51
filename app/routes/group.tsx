import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { type AddedMembers, addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { closeGroup } from '#app/features/org/commands/close-group.server.ts';
import { removeGroupMember } from '#app/features/org/commands/remove-group-member.server.ts';
import { renameGroup } from '#app/features/org/commands/rename-group.server.ts';
import { en } from '#app/features/org/messages/en.ts';
import { vi } from '#app/features/org/messages/vi.ts';
import { type GroupMember, groupPage } from '#app/features/org/queries/groups.server.ts';
import { groupFormSchema } from '#app/features/org/schema.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
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
  const words = useMessages(vi, en).groups;
  const lang = useLang();
  const { group, members, found, search, done } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isOpen = group.closedAt === null;
  const says = { created: words.created, renamed: words.renamed, closed: words.closedNow, removed: words.removed };
  const said = !answered && done && done in says ? says[done as keyof typeof says] : null;
  const columns: Column<GroupMember>[] = [
    {
      key: 'name',
      header: words.person,
      isRowHeader: true,
      cell: ({ fullName, rank, number }) => (
        <>
          {[rank, fullName].filter(Boolean).join(' ')}
          <span className="block text-sm font-normal text-muted">{number}</span>
        </>
      ),
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    {
      key: 'remove',
      header: words.removeShort,
      cell: ({ personId, fullName }) => (
        <Form method="post">
          <input type="hidden" name="personId" value={personId} />
          <Button type="submit" name="intent" value="remove" size="small" aria-label={words.remove(fullName)}>
            {words.removeShort}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <Page
      title={group.name}
      kicker={group.unitName}
      lead={isOpen ? words.people(formatNumber(lang, group.members)) : words.closed(formatDate(lang, group.closedAt!))}
      crumbs={[{ to: '/groups', label: words.title }]}
      crumbsLabel={words.crumbs}
    >
      {said && <Notice kind="success" live title={said} />}
      {answered?.added && <Added added={answered.added} />}
      <DataTable
        caption={words.list}
        isCaptionHidden
        columns={columns}
        rows={members}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={words.noMembers} />}
      />
      {isOpen && (
        <>
          <Section id="search" title={words.search}>
            <Form method="get" action="#search" className="flex flex-wrap items-end gap-4" key={search}>
              <Field label={words.searchLabel} hint={words.searchHint} className="w-full sm:w-80">
                <TextInput name="q" type="search" defaultValue={search} />
              </Field>
              <Button type="submit" icon={SearchIcon}>
                {words.find}
              </Button>
            </Form>
            {search !== '' && found.length === 0 && <p className="mt-3">{words.noneFound}</p>}
            {found.length > 0 && (
              <ul className="mt-3 border-t border-line">
                {found.map(({ id, fullName, rank, unitName, number }) => (
                  <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1.5">
                    <span className="min-w-0 flex-1">
                      {[rank, fullName].filter(Boolean).join(' ')}
                      <span className="text-muted">
                        , {unitName} ({number})
                      </span>
                    </span>
                    <Form method="post">
                      <input type="hidden" name="personId" value={id} />
                      <Button type="submit" name="intent" value="add" size="small" aria-label={words.add(fullName)}>
                        {words.addShort}
                      </Button>
                    </Form>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={words.paste}>
            <Form method="post" className="space-y-4">
              <Field label={words.pasteLabel} hint={words.pasteHint}>
                <Textarea name="numbers" rows={5} spellCheck={false} required />
              </Field>
              <Button type="submit" name="intent" value="paste">
                {words.pasteButton}
              </Button>
            </Form>
          </Section>
          <Section title={words.rename}>
            <Form method="post" noValidate className="flex flex-wrap items-end gap-4">
              <Field
                id="name"
                label={words.name}
                error={answered?.problem ? words.problems[answered.problem] : undefined}
                className="w-full sm:w-80"
              >
                <TextInput name="name" maxLength={120} autoComplete="off" defaultValue={group.name} />
              </Field>
              <Button type="submit" name="intent" value="rename">
                {words.rename}
              </Button>
            </Form>
          </Section>
          <Section title={words.close} lead={words.closeText}>
            <Form method="post">
              <Button type="submit" name="intent" value="close" look="danger">
                {words.close}
              </Button>
            </Form>
          </Section>
        </>
      )}
    </Page>
  );
}

function Added({ added }: { added: AddedMembers }) {
  const words = useMessages(vi, en).groups;
  const lang = useLang();
  const kind = added.unknown.length > 0 ? 'warning' : 'success';
  return (
    <Notice kind={kind} live title={words.added(formatNumber(lang, added.added))}>
      {added.known > 0 && <p>{words.known(formatNumber(lang, added.known))}</p>}
      {added.unknown.length > 0 && <p>{words.unknown(added.unknown.slice(0, 30).join(', '))}</p>}
    </Notice>
  );
}
