import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { createGroup } from '#app/features/org/commands/create-group.server.ts';
import { en } from '#app/features/org/messages/en.ts';
import { vi } from '#app/features/org/messages/vi.ts';
import { type GroupRow, groupsPage } from '#app/features/org/queries/groups.server.ts';
import { newGroupSchema } from '#app/features/org/schema.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, readForm } from '#app/platform/http/form.server.ts';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from './gate.server.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).groups.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => groupsPage(await requireActor(request)));

export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const form = demand(newGroupSchema, formObject(await readForm(request)));
  if (form.unitId === '') return data({ field: 'unitId', problem: 'unit', name: form.name } as const, { status: 400 });
  const result = await createGroup(actor, form);
  if (result.kind === 'created') throw redirect(`/groups/${result.groupId}?done=created`, 303);
  return data({ field: 'name', problem: result.problem, name: form.name } as const, { status: 400 });
});

export default function Groups() {
  const words = useMessages(vi, en).groups;
  const lang = useLang();
  const { groups, units } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const message = refused && words.problems[refused.problem];
  const columns: Column<GroupRow>[] = [
    {
      key: 'name',
      header: words.name,
      isRowHeader: true,
      cell: ({ id, name }) => <Link to={`/groups/${id}`}>{name}</Link>,
    },
    { key: 'unit', header: words.unit, cell: ({ unitName }) => unitName },
    { key: 'members', header: words.members, isNumber: true, cell: ({ members }) => formatNumber(lang, members) },
    {
      key: 'state',
      header: words.state,
      cell: ({ closedAt }) =>
        closedAt ? <Tag kind="aside">{words.closed(formatDate(lang, closedAt))}</Tag> : <Tag>{words.open}</Tag>,
    },
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      <DataTable
        caption={words.list}
        isCaptionHidden
        columns={columns}
        rows={groups}
        rowKey={({ id }) => id}
        empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
      />
      <Section title={words.create}>
        <Form method="post" noValidate className="space-y-6" key={JSON.stringify(refused)}>
          {refused && message && <ErrorSummary title={message} errors={[{ id: refused.field, message }]} />}
          <Field
            id="name"
            label={words.name}
            hint={words.nameHint}
            error={refused?.field === 'name' ? message : undefined}
          >
            <TextInput name="name" maxLength={120} autoComplete="off" defaultValue={refused?.name} />
          </Field>
          <Field
            id="unitId"
            label={words.unit}
            hint={words.unitHint}
            error={refused?.field === 'unitId' ? message : undefined}
          >
            <Select
              name="unitId"
              options={units.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))}
            />
          </Field>
          <Button type="submit" look="primary">
            {words.button}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}
