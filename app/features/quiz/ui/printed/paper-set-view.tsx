import { Form, Link, useNavigation } from '@remix-run/react';
import { formatDate, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DefinitionList, Figures } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import type { CountOutcome } from '../../commands/printed/count-sheets.server.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { PaperSetPage, PaperSetPerson } from '../../queries/printed/paper-set-page.server.ts';
import { PaperFiles } from './paper-files.tsx';
import { OverlapWords, PaperLimits, SectionWords } from './paper-limits.tsx';
import { SheetStateTag } from './sheet-state-tag.tsx';

/** A set: what it is, what is printed of it, how far its sheets are, and who is missing. */
export function PaperSetView({ page, counted }: { page: PaperSetPage; counted: CountOutcome | undefined }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { set, variants, may } = page;
  return (
    <>
      {counted && <CountedNotice outcome={counted} />}
      {set.isClosed && (
        <Notice kind="info" title={words.set.isClosed}>
          {words.set.isClosedText}
        </Notice>
      )}
      {may.enter && <Progress page={page} />}
      <PaperFiles page={page} />
      <Section title={words.set.content}>
        <DefinitionList
          items={[
            { term: words.set.unit, value: set.unitName },
            {
              term: words.set.held,
              value: words.set.heldAt(formatDate(lang, set.heldOn), set.startsAt, formatNumber(lang, set.minutes)),
            },
            { term: words.set.content, value: <SectionWords questions={page.questions} sections={page.sections} /> },
            { term: words.set.variants, value: variants.join(', ') },
            { term: words.set.drawing, value: set.drawing === 'one' ? words.form.one : words.form.each },
            { term: words.set.overlap, value: <OverlapWords overlap={page.overlap} /> },
          ]}
        />
        <div className="mt-4">
          <PaperLimits limits={page.limits} />
        </div>
      </Section>
      {may.enter && <People page={page} />}
    </>
  );
}

function CountedNotice({ outcome }: { outcome: CountOutcome }) {
  const words = useMessages(vi, en).set;
  const lang = useLang();
  if (outcome.kind === 'refused') return <Notice kind="error" live title={words.notHeld} />;
  const { counted, refused } = outcome;
  return (
    <>
      <Notice
        kind={counted > 0 ? 'success' : 'info'}
        live
        title={counted > 0 ? words.counted(formatNumber(lang, counted)) : words.nothing}
      />
      {refused.length > 0 && (
        <Notice kind="warning" title={words.notCounted(formatNumber(lang, refused.length))}>
          <ul>
            {refused.map(({ personId, fullName, reason }) => (
              <li key={personId}>
                {fullName}: {words.refusals[reason]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

const shown = ['missing', 'entered', 'differs', 'checked', 'counted'] as const;

function Progress({ page }: { page: PaperSetPage }) {
  const words = useMessages(vi, en).set;
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const { set, counts, people } = page;
  const whole = formatNumber(lang, people.length);
  const base = `/paper-sets/${set.id}`;
  const hasFirst = counts.entered + counts.differs + counts.checked > 0;
  return (
    <Section title={words.progress}>
      <Figures
        items={shown.map((state) => ({
          label: words.counts[state],
          value: `${formatNumber(lang, counts[state])}/${whole}`,
        }))}
      />
      <ButtonRow className="mt-5">
        {counts.checked > 0 && set.isHeld && (
          <Form method="post">
            <Button type="submit" name="intent" value="count" look="primary" busy={isBusy}>
              {words.count(formatNumber(lang, counts.checked))}
            </Button>
          </Form>
        )}
        {counts.differs > 0 && (
          <LinkButton to={`${base}/differences`} look={counts.checked > 0 ? 'secondary' : 'primary'}>
            {words.settle(formatNumber(lang, counts.differs))}
          </LinkButton>
        )}
        {!set.isClosed && (
          <>
            <LinkButton to={`${base}/entry?round=1`} look={hasFirst ? 'secondary' : 'primary'}>
              {words.enterFirst}
            </LinkButton>
            {hasFirst && <LinkButton to={`${base}/entry?round=2`}>{words.enterSecond}</LinkButton>}
            <LinkButton to={`${base}/entry-file`} look="quiet">
              {words.fromFile}
            </LinkButton>
          </>
        )}
        {counts.counted > 0 && (
          <LinkButton to={`${base}/results`} look="quiet">
            {words.results}
          </LinkButton>
        )}
        <Form method="post">
          <Button type="submit" name="intent" value={set.isClosed ? 'reopen' : 'close'} look="quiet">
            {set.isClosed ? words.reopen : words.close}
          </Button>
        </Form>
      </ButtonRow>
      <p className="mt-2 text-sm text-muted">{set.isHeld ? words.countNote : words.notHeld}</p>
    </Section>
  );
}

function People({ page: { set, people } }: { page: PaperSetPage }) {
  const words = useMessages(vi, en).set;
  const columns: Column<PaperSetPerson>[] = [
    { key: 'number', header: words.columns.number, isNumber: true, cell: ({ number }) => number ?? '–' },
    {
      key: 'name',
      header: words.columns.name,
      isRowHeader: true,
      cell: ({ rank, fullName }) => (rank ? `${rank} ${fullName}` : fullName),
    },
    { key: 'unit', header: words.columns.unit, cell: ({ unitName }) => unitName },
    { key: 'variant', header: words.columns.variant, cell: ({ variant }) => variant ?? '' },
    {
      key: 'state',
      header: words.columns.state,
      cell: ({ state, isSameHand, hands }) => (
        <>
          <SheetStateTag state={state} />
          {hands.length > 0 && <span className="block text-sm text-muted">{words.hands(hands)}</span>}
          {isSameHand && <span className="block text-sm text-muted">{words.sameHand}</span>}
        </>
      ),
    },
    {
      key: 'do',
      header: words.columns.do,
      cell: ({ personId, state, fullName }) =>
        state !== null && state !== 'withdrawn' ? (
          <Link to={`/paper-sets/${set.id}/sheets/${personId}`}>
            {words.withdraw}
            <span className="sr-only"> {fullName}</span>
          </Link>
        ) : null,
    },
  ];
  return (
    <Section title={words.people}>
      <DataTable
        caption={words.people}
        isCaptionHidden
        columns={columns}
        rows={people}
        rowKey={({ personId }) => personId}
        empty={<EmptyState title={words.noPeople} />}
      />
    </Section>
  );
}
