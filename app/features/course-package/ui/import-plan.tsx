import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ImportPlan as Plan } from '../core/import-plan.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

interface Row {
  key: 'lessons' | 'categories' | 'questions' | 'quizzes' | 'media';
  added: number;
  changed: number;
  same: number;
  kept: number;
}

const rowsOf = ({ course, categories, questions, quizzes, media }: Plan): Row[] => {
  const { added, changed, same } = course.lessons;
  const rows: Row[] = [
    { key: 'lessons', added: added.length, changed: changed.length, same, kept: 0 },
    { key: 'quizzes', ...counted(quizzes) },
    { key: 'questions', ...counted(questions) },
    { key: 'categories', added: categories.create.length, changed: 0, same: categories.known, kept: 0 },
    { key: 'media', added: media.add.length, changed: 0, same: media.known, kept: 0 },
  ];
  return rows.filter((row) => row.added + row.changed + row.same + row.kept > 0);
};

const counted = ({ create, change, same, kept }: Plan['questions'] | Plan['quizzes']) => ({
  ...{ added: create.length, changed: change.length, same, kept },
});

/** What taking a package would do: sentences first, then the counts of each part. */
export function ImportPlan({ plan }: { plan: Plan }) {
  const words = useMessages(vi, en);
  const { preview } = words;
  const lang = useLang();
  const figure = (count: number) => (count === 0 ? <span className="text-muted">0</span> : formatNumber(lang, count));
  const columns: Column<Row>[] = [
    { key: 'part', header: preview.part, isRowHeader: true, cell: ({ key }) => preview.parts[key] },
    { key: 'added', header: preview.columns.added, isNumber: true, cell: ({ added }) => figure(added) },
    { key: 'changed', header: preview.columns.changed, isNumber: true, cell: ({ changed }) => figure(changed) },
    { key: 'same', header: preview.columns.same, isNumber: true, cell: ({ same }) => figure(same) },
    { key: 'kept', header: preview.columns.kept, isNumber: true, cell: ({ kept }) => figure(kept) },
  ];
  const standing = { new: preview.courseNew, changed: preview.courseChanged, same: preview.courseSame };
  const { removed } = plan.course.lessons;
  return (
    <div className="space-y-5">
      {plan.problems.length > 0 && (
        <Notice kind="error" title={preview.problemsTitle}>
          <Sentences sayings={plan.problems} of={words.problems} />
        </Notice>
      )}
      {plan.problems.length === 0 && plan.notes.length > 0 && (
        <Notice kind="warning" title={preview.notesTitle}>
          <Sentences sayings={plan.notes} of={words.notes} />
        </Notice>
      )}
      <p>
        {standing[plan.course.kind]}
        {removed.length > 0 && ` ${preview.removed(removed.join(', '))}.`}
      </p>
      <DataTable
        caption={preview.does}
        isCaptionHidden
        columns={columns}
        rows={rowsOf(plan)}
        rowKey={({ key }) => key}
      />
    </div>
  );
}

/** A sentence each, with the first few that it is about. Of the course itself the page says the title already. */
function Sentences<Code extends string>({
  sayings,
  of,
}: {
  sayings: readonly { code: Code; names: string[]; count: number }[];
  of: Readonly<Record<Code, string>>;
}) {
  const { preview } = useMessages(vi, en);
  const lang = useLang();
  return (
    <ul className="space-y-1">
      {sayings.map(({ code, names, count }) => {
        const rest = count > names.length ? preview.more(formatNumber(lang, count - names.length)) : '';
        const isWhole = of[code].endsWith('.');
        return (
          <li key={code} className="break-words">
            {isWhole ? of[code] : `${of[code]}: ${names.join(', ')}${rest}.`}
          </li>
        );
      })}
    </ul>
  );
}
