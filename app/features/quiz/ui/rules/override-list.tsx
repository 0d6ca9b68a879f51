import { Form } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { OVERRIDE_FIELDS } from '../../core/override.ts';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { ShownOverride } from '../../queries/rules/overrides-page.server.ts';
import { useLimitWords } from './use-limit-words.ts';

/** Whom exceptions are for, what they change and why; each can be ended with a reason. */
export function OverrideList({ overrides }: { overrides: readonly ShownOverride[] }) {
  const { overrides: words } = useMessages(vi, en);
  const lang = useLang();
  const say = useLimitWords();
  const columns: Column<ShownOverride>[] = [
    {
      key: 'whom',
      header: words.whom,
      isRowHeader: true,
      cell: ({ target, name, rank, unitName }) => (
        <>
          <span className="block text-sm font-normal text-muted">{words.targets[target]}</span>
          {[rank, name].filter(Boolean).join(' ')}
          {unitName && <span className="block text-sm font-normal text-muted">{unitName}</span>}
        </>
      ),
    },
    {
      key: 'what',
      header: words.what,
      cell: (override) => (
        <ul>
          {OVERRIDE_FIELDS.filter((field) => override[field] !== null).map((field) => (
            <li key={field}>
              {words[field]}: {say(field, override[field])}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'why',
      header: words.why,
      cell: ({ reason, byName, createdAt }) => (
        <div>
          {reason}
          <span className="block text-sm text-muted">
            {words.by(byName ?? words.system, formatDateTime(lang, createdAt))}
          </span>
        </div>
      ),
    },
    {
      key: 'end',
      header: words.end,
      cell: ({ id, mayEnd }) =>
        mayEnd && (
          <Form method="post" className="space-y-2">
            <input type="hidden" name="overrideId" value={id} />
            <Field label={words.endReason}>
              <TextInput name="reason" required maxLength={500} autoComplete="off" />
            </Field>
            <Button type="submit" name="intent" value="end" size="small" look="danger">
              {words.end}
            </Button>
          </Form>
        ),
    },
  ];
  return (
    <DataTable
      caption={words.list}
      isCaptionHidden
      columns={columns}
      rows={overrides}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.empty}>{words.emptyText}</EmptyState>}
    />
  );
}
