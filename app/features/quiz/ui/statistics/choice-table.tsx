import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { CheckIcon } from '#app/ui/icons.tsx';
import type { Choice, ChoicePart } from '../../core/statistics/choices.ts';
import { countOf, THIRDS, type ThirdCounts } from '../../core/statistics/thirds.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import { ShareBar } from './share-bar.tsx';
import { useFigures } from './use-figures.ts';

type Row = { key: string; name: React.ReactNode; isRight: boolean; counts: ThirdCounts };

/** Who chose what in one decision of a question, by thirds of the total. */
export function ChoiceTable({ part }: { part: ChoicePart }) {
  const { question: words } = useMessages(vi, en);
  const figures = useFigures();
  const isEmpty = (counts: ThirdCounts) => countOf(counts) === 0;
  const rows: Row[] = [
    ...part.choices.map((choice) => ({ ...choice, key: `c ${choice.key}`, name: <ChoiceText choice={choice} /> })),
    ...(isEmpty(part.others) ? [] : [{ key: 'others', name: words.others, isRight: false, counts: part.others }]),
    ...(isEmpty(part.none) ? [] : [{ key: 'none', name: words.none, isRight: false, counts: part.none }]),
  ];
  const third = (counts: number, asked: number) =>
    asked === 0 ? (
      figures.fraction(null)
    ) : (
      <ShareBar share={counts / asked}>
        {figures.fraction(counts / asked)} <span className="text-sm text-muted">{`${counts}/${asked}`}</span>
      </ShareBar>
    );
  const heads = [words.lower, words.middle, words.upper];
  const columns: Column<Row>[] = [
    {
      key: 'answer',
      header: words.answer,
      isRowHeader: true,
      className: 'sm:min-w-[12rem]',
      cell: ({ name, isRight }) => (
        <>
          <span className={isRight ? 'font-semibold' : 'font-normal'}>{name}</span>
          {isRight && (
            <span className="ml-2 inline-flex items-center gap-1 whitespace-nowrap text-sm font-semibold text-accent">
              <CheckIcon className="h-4 w-4" />
              {words.right}
            </span>
          )}
        </>
      ),
    },
    ...THIRDS.map(
      (each): Column<Row> => ({
        key: String(each),
        header: heads[each]!,
        cell: ({ counts }) => third(counts[each], part.asked[each]),
      }),
    ),
    { key: 'all', header: words.all, cell: ({ counts }) => third(countOf(counts), countOf(part.asked)) },
  ];
  return (
    <div className="space-y-2">
      {part.text !== null && <p className="font-semibold">{part.text}</p>}
      <DataTable
        caption={part.text ?? words.choices}
        isCaptionHidden
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {part.isOverlapping && <p className="text-sm text-muted">{words.overlapping}</p>}
    </div>
  );
}

function ChoiceText({ choice }: { choice: Choice }) {
  const { question: words } = useMessages(vi, en);
  if (choice.kind === 'truth') return choice.key === 'true' ? words.true : words.false;
  return choice.letter ? `${choice.letter}. ${choice.text}` : choice.text;
}
