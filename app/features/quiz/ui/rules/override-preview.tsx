import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { en } from '../../messages/rules-en.ts';
import { vi } from '../../messages/rules-vi.ts';
import type { OverridePreview, OverrideReason } from '../../queries/rules/overrides-page.server.ts';
import { useLimitWords } from './use-limit-words.ts';

/** Field by field what holds for one person, where it comes from, and what else was said and does not count. */
export function OverridePreviewTable({ preview: { person, reasons, names } }: { preview: OverridePreview }) {
  const { overrides: words } = useMessages(vi, en);
  const say = useLimitWords();
  const sourceOf = (from: string) => {
    const source = names[from];
    return source ? `${words.targets[source.target].toLowerCase()} ${source.name}` : words.fromQuiz;
  };
  const columns: Column<OverrideReason>[] = [
    { key: 'field', header: words.field, isRowHeader: true, cell: ({ field }) => words[field] },
    { key: 'value', header: words.value, cell: ({ field, value }) => <strong>{say(field, value)}</strong> },
    { key: 'source', header: words.source, cell: ({ from }) => sourceOf(from) },
    {
      key: 'lost',
      header: words.lost,
      cell: ({ field, lost }) =>
        lost.length === 0 ? (
          <span className="text-muted">{words.nothingLost}</span>
        ) : (
          lost.map(({ from, value }) => `${sourceOf(from)}: ${say(field, value)}`).join('; ')
        ),
    },
  ];
  const name = [person.rank, person.fullName].filter(Boolean).join(' ');
  return (
    <div className="space-y-2">
      <p>
        <strong>{name}</strong>, {person.unitName}
      </p>
      <DataTable
        caption={words.preview}
        isCaptionHidden
        columns={columns}
        rows={reasons}
        rowKey={({ field }) => field}
      />
      <p className="text-sm text-muted">{words.rule}</p>
    </div>
  );
}
