import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { AbsenceColumns, AbsenceProblem } from '../../core/presence/absence-sheet.ts';
import { en as presenceEn } from '../../messages/presence-en.ts';
import { en } from '../../messages/presence-import-en.ts';
import { vi } from '../../messages/presence-import-vi.ts';
import { vi as presenceVi } from '../../messages/presence-vi.ts';
import type { PresencePreview } from '../../queries/presence/presence-import.server.ts';
import { letterOf } from '../roster/file-facts.tsx';

/** More are not read: who has a hundred to correct corrects the cause of many. */
const MOST_SHOWN = 100;

/** Everything that keeps a file from being written, at its row and column. */
export function ImportProblems({
  problems,
  columns,
}: {
  problems: readonly AbsenceProblem[];
  columns: AbsenceColumns;
}) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const n = (value: number) => formatNumber(lang, value);
  const more = problems.length - MOST_SHOWN;
  const shown: Column<AbsenceProblem>[] = [
    { key: 'line', header: words.line, isNumber: true, isRowHeader: true, cell: ({ line }) => n(line) },
    {
      key: 'column',
      header: words.column,
      cell: ({ field }) => {
        const at = columns[field];
        return at === undefined ? words.fields[field] : words.columnAt(letterOf(at), words.fields[field]);
      },
    },
    { key: 'problem', header: words.problem, cell: ({ code, about }) => words.problems[code](about) },
  ];
  return (
    <div className="space-y-4">
      <Notice kind="error" live title={words.problemsTitle(n(problems.length))}>
        {words.problemsText}
      </Notice>
      <DataTable
        caption={words.problem}
        isCaptionHidden
        columns={shown}
        rows={problems.slice(0, MOST_SHOWN)}
        rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
      />
      {more > 0 && <p className="text-muted">{words.problemsMore(n(more))}</p>}
    </div>
  );
}

type Ready = Extract<PresencePreview, { kind: 'ready' }>;
type Changed = Ready['changes'][number];
const tags = { new: 'soon', changed: 'started', ended: 'done' } as const;

/** Whose state would change, from what to what. */
export function ImportChanges({ preview: { changes, strength } }: { preview: Ready }) {
  const words = useMessages(vi, en);
  const { reasons } = useMessages(presenceVi, presenceEn);
  const lang = useLang();
  const count = (kind: Changed['kind']) => formatNumber(lang, changes.filter((each) => each.kind === kind).length);
  const dayText = (day: string) => formatDate(lang, `${day}T00:00:00+07:00`);
  const stateText = (state: Changed['before']) => {
    if (state === null) return words.isPresent;
    const { reason, fromDay, untilDay } = state;
    return untilDay === null
      ? words.spanOpen(reasons[reason], dayText(fromDay))
      : words.span(reasons[reason], dayText(fromDay), dayText(untilDay));
  };
  const columns: Column<Changed>[] = [
    {
      key: 'person',
      header: words.person,
      isRowHeader: true,
      cell: ({ person, unitName }) => (
        <>
          {person.fullName}
          <span className="block text-sm font-normal text-muted">
            {person.number}, {unitName}
          </span>
        </>
      ),
    },
    { key: 'kind', header: words.kind, cell: ({ kind }) => <Tag kind={tags[kind]}>{words.kinds[kind]}</Tag> },
    { key: 'before', header: words.before, cell: ({ before }) => stateText(before) },
    { key: 'after', header: words.after, cell: ({ after }) => stateText(after) },
  ];
  return (
    <div className="space-y-4">
      <p>
        {words.sums(count('new'), count('changed'), count('ended'))} {words.confirms(formatNumber(lang, strength))}
      </p>
      <DataTable
        caption={words.kind}
        isCaptionHidden
        columns={columns}
        rows={changes}
        rowKey={({ person }) => person.personId}
        empty={<EmptyState title={words.noChanges}>{words.noChangesText}</EmptyState>}
      />
    </div>
  );
}
