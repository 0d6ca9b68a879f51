import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import type { OutlineDifference } from '../../../core/outline-difference.ts';
import { en } from '../../../messages/revision-en.ts';
import { vi } from '../../../messages/revision-vi.ts';

type Row = { key: string; what: string; title: string; where: string };

/** What differs between two revisions, in words: the course, its modules, its lessons. */
export function DifferenceTable({ difference, caption }: { difference: OutlineDifference; caption: string }) {
  const { difference: words } = useMessages(vi, en);
  const rows: Row[] = [
    ...(difference.isRetitled ? [{ key: 'course', what: words.retitled, title: words.course, where: '' }] : []),
    ...difference.modules.map(({ kind, code, title }) => ({
      ...{ key: `module ${code}`, what: words.modules[kind], title, where: '' },
    })),
    ...difference.lessons.map(({ kind, lessonId, title, moduleTitle }) => ({
      ...{ key: lessonId, what: words.lessons[kind], title, where: moduleTitle },
    })),
  ];
  const columns: Column<Row>[] = [
    { key: 'title', header: words.title, isRowHeader: true, cell: ({ title }) => title },
    { key: 'what', header: words.what, cell: ({ what }) => what },
    { key: 'where', header: words.where, cell: ({ where }) => where },
  ];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="text-muted">{words.none}</p>}
    />
  );
}
