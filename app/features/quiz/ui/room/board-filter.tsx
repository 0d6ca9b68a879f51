import { Form, Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { classes } from '#app/ui/classes.ts';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { BOARD_ORDER, type BoardCounts, type BoardFilter } from '../../core/room/board.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';
import { type BoardSearch, boardSearch } from './board-address.ts';

type Props = { counts: BoardCounts; looked: BoardSearch };

/** How many are in each state, each a link that shows them; and a search. The states add up to all. */
export function BoardFilterBar({ counts, looked }: Props) {
  const words = useMessages(boardVi, boardEn);
  const { filter, search } = looked;
  const filters: BoardFilter[] = ['all', ...BOARD_ORDER, ...(counts.paused > 0 ? (['paused'] as const) : [])];
  return (
    <div className="screen-only space-y-4">
      <nav aria-label={words.counts}>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4 lg:flex lg:flex-wrap">
          {filters.map((each) => {
            const isCurrent = each === filter;
            return (
              <li key={each}>
                <Link
                  to={boardSearch({ filter: each, search })}
                  aria-current={isCurrent ? 'true' : undefined}
                  preventScrollReset
                  className={classes(
                    'flex min-h-[2.75rem] flex-col rounded border px-3 py-1.5 text-ink no-underline hover:bg-sunken',
                    isCurrent ? 'border-ink bg-sunken' : 'border-line',
                    each === 'silent' && counts.silent > 0 && 'border-red text-red',
                  )}
                >
                  <span className="tabular text-xl font-semibold leading-tight">{counts[each]}</span>
                  <span className="text-sm">{words.states[each]}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <Form method="get" key={search} className="flex flex-wrap items-end gap-3">
        {filter !== 'all' && <input type="hidden" name="state" value={filter} />}
        <Field label={words.search} className="min-w-0 flex-1 basis-64">
          <TextInput name="q" type="search" defaultValue={search} maxLength={100} autoComplete="off" />
        </Field>
        <Button type="submit" icon={SearchIcon}>
          {words.find}
        </Button>
        {search !== '' && (
          <Link to={boardSearch({ filter, search: '' })} className="py-2">
            {words.clear}
          </Link>
        )}
      </Form>
    </div>
  );
}
