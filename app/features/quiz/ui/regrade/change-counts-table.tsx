import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { en } from '../../messages/regrade-en.ts';
import { vi } from '../../messages/regrade-vi.ts';
import type { ShownDryRun } from '../../queries/regrade/key-change-page.server.ts';

type Row = ShownDryRun['perQuiz'][number];
type Count = 'attempts' | 'marksChanged' | 'gradesChanged' | 'wouldPass' | 'wouldFail' | 'classificationsChanged';

/** What changes, line by line, by quiz or by unit, with the sums. */
export function ChangeCountsTable({ kind, dryRun }: { kind: 'quiz' | 'unit'; dryRun: ShownDryRun }) {
  const words = useMessages(vi, en).figures;
  const lang = useLang();
  const caption = kind === 'quiz' ? words.perQuiz : words.perUnit;
  const rows = kind === 'quiz' ? dryRun.perQuiz : dryRun.perUnit;
  const nameOf = ({ id, name }: Row) => name ?? (id === '' ? words.elsewhere : words.gone);
  const counts: [Count, string][] = [
    ['attempts', words.attempts],
    ['marksChanged', words.marks],
    ['gradesChanged', words.grades],
    ['wouldPass', words.wouldPass],
    ['wouldFail', words.wouldFail],
    ['classificationsChanged', words.classes],
  ];
  const sums = Object.fromEntries(counts.map(([key]) => [key, formatNumber(lang, dryRun[key])]));
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      totals={rows.length > 1 ? { name: words.total, ...sums } : undefined}
      columns={[
        { key: 'name', header: words[kind], isRowHeader: true, cell: nameOf },
        ...counts.map(([key, header]) => ({
          ...{ key, header, isNumber: true },
          cell: (row: Row) => formatNumber(lang, row[key]),
        })),
      ]}
    />
  );
}
