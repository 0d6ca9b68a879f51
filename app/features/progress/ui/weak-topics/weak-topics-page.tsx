import { useLocation } from '@remix-run/react';
import { formatPercent } from '#app/kernel/percent.ts';
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { en as progressEn } from '../../messages/en.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import { en } from '../../messages/weak-topics-en.ts';
import { vi } from '../../messages/weak-topics-vi.ts';
import type { WeakTopics } from '../../queries/weak-topics/weak-topics.server.ts';
import { ExportLinks } from '../export-links.tsx';
import { PastBanner } from '../picture/past-banner.tsx';
import { PictureControls } from '../picture/picture-controls.tsx';
import { useUnitAddress } from '../picture/use-unit-address.ts';
import { MissedQuestions } from './missed-questions.tsx';
import { TopicHeatMap } from './topic-heat-map.tsx';
import { TopicTable } from './topic-table.tsx';

/** What a unit did not understand, the weakest first, and the way to do something about it; `given`: to so many just now. */
export function WeakTopicsPage({ page, given = null }: { page: WeakTopics; given?: number | null }) {
  const words = useMessages(vi, en);
  const { asOf: asOfWords } = useMessages(progressVi, progressEn);
  const lang = useLang();
  const { search } = useLocation();
  const address = useUnitAddress();
  const { unit, above, assignment, topics, parts, missed, asOf, asOfDay, today } = page;
  const chosenId = assignment?.id ?? null;
  return (
    <Page
      kicker={<span className="hidden print:inline">{unit.name}</span>}
      title={words.title}
      lead={words.lead}
      crumbs={[...above, unit].map(({ id, name }) => ({ to: address(id, chosenId), label: name }))}
      actions={topics.length > 0 && <ExportLinks unitId={unit.id} search={search} view="weak-topics" />}
    >
      <PictureControls choices={page.assignments} chosenId={chosenId} asOfDay={asOfDay} today={today} />
      {given !== null && (
        <Notice kind="success" title={words.assign.done(formatNumber(lang, given))} live>
          {words.assign.doneText}
        </Notice>
      )}
      <PastBanner asOfDay={asOfDay} />
      {topics.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <>
          <Section title={words.chart}>
            <TopicTable
              {...{ unitId: unit.id, assignmentId: chosenId, topics }}
              line={page.line}
              isPast={asOfDay !== null}
            />
          </Section>
          {parts.some(({ isOwn }) => !isOwn) && (
            <Section title={words.heat} lead={words.heatNote(formatPercent(page.line, lang))}>
              <TopicHeatMap {...{ unitId: unit.id, assignmentId: chosenId, topics, parts }} />
            </Section>
          )}
          {missed.length > 0 && (
            <Section title={words.missed} lead={words.missedNote}>
              <MissedQuestions rows={missed} />
            </Section>
          )}
        </>
      )}
      <p className="text-sm text-muted">{asOfWords(formatDateTime(lang, asOf))}</p>
    </Page>
  );
}
