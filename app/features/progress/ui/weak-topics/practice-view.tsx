import { formatPercent } from '#app/kernel/percent.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { en as progressEn } from '../../messages/en.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { PracticePage } from '../../queries/weak-topics/practice-page.server.ts';
import { unitAddress } from '../unit-address.ts';
import { type PracticeAnswer, PracticeForm } from './practice-form.tsx';

/** The second of the two presses that lead from a weak topic to practice for exactly those people. */
export function PracticeView({ page, answer }: { page: PracticePage; answer?: PracticeAnswer }) {
  const words = useMessages(vi, en);
  const { list } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { unit, above, assignment, topic, people, shown, line } = page;
  const chosenId = assignment?.id ?? null;
  const crumbs = [...above, unit].map(({ id, name }) => ({ to: unitAddress(id, chosenId), label: name }));
  const percent = (value: number) => formatPercent(value, lang);
  return (
    <Page
      kicker={unit.name}
      title={words.assign.title(topic)}
      lead={words.assign.lead(formatNumber(lang, people.length), percent(line))}
      crumbs={[...crumbs, { to: unitAddress(unit.id, chosenId, { view: 'weak-topics' }), label: words.title }]}
      width="reading"
    >
      {people.length === 0 ? (
        <EmptyState title={words.assign.none}>{words.assign.lead('0', percent(line))}</EmptyState>
      ) : (
        <>
          <PracticeForm page={page} answer={answer} />
          <Section title={words.assign.who}>
            <DataTable
              caption={words.assign.who}
              isCaptionHidden
              rows={shown}
              rowKey={({ personId }) => personId}
              columns={[
                { key: 'name', header: list.name, cell: ({ fullName }) => fullName, isRowHeader: true },
                { key: 'rank', header: list.rank, cell: ({ rank }) => rank },
                { key: 'unit', header: list.unit, cell: ({ unitLabel }) => unitLabel },
                { key: 'mean', header: words.assign.own, cell: ({ mean }) => percent(mean), isNumber: true },
              ]}
            />
            {shown.length < people.length && (
              <p className="mt-2 text-sm text-muted">
                {words.assign.more(formatNumber(lang, people.length - shown.length))}
              </p>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
