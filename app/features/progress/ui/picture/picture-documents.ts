import type { CellValue, TableDocument } from '#app/kernel/table-document.ts';
import { startOfDay } from '#app/kernel/vietnam-time.ts';
import { formatDate, formatDateTime } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { classFilters } from '../../core/people-filter.ts';
import type { TopicFigures } from '../../core/weak-topics/topic-figures.ts';
import { en as progressEn } from '../../messages/en.ts';
import { en as pictureEn } from '../../messages/picture-en.ts';
import { vi as pictureVi } from '../../messages/picture-vi.ts';
import { vi as progressVi } from '../../messages/vi.ts';
import { en as topicsEn } from '../../messages/weak-topics-en.ts';
import { vi as topicsVi } from '../../messages/weak-topics-vi.ts';
import type { UnitComparison } from '../../queries/picture/comparison.server.ts';
import type { GradesPage } from '../../queries/picture/grades-page.server.ts';
import type { WeakTopics } from '../../queries/weak-topics/weak-topics.server.ts';
import { comparedName } from './compared-names.ts';
import { classCount, goodShare } from './grades-view.tsx';

const wordsOf = (lang: Lang) => ({
  progress: messagesFor(lang, progressVi, progressEn),
  picture: messagesFor(lang, pictureVi, pictureEn),
  topics: messagesFor(lang, topicsVi, topicsEn),
});

type Dated = { assignment: { title: string } | null; asOf: Date };

const notesOf = (lang: Lang, { assignment, asOf }: Dated): string[] => [
  ...(assignment ? [assignment.title] : []),
  wordsOf(lang).progress.asOf(formatDateTime(lang, asOf)),
];

/** Topics as ranked on the screen; what is kept back there is kept back here. */
export function weakTopicsDocument(page: WeakTopics, lang: Lang): TableDocument {
  const { topics: words, progress } = wordsOf(lang);
  const known = <T extends CellValue>(figures: TopicFigures, of: (f: TopicFigures & { kind: 'known' }) => T) =>
    figures.kind === 'known' ? of(figures) : null;
  const cell = (figures: TopicFigures): CellValue =>
    figures.kind === 'few' ? words.few : known(figures, ({ mean }) => mean);
  return {
    title: words.table.title(page.unit.name),
    notes: [...notesOf(lang, page), words.table.denominator],
    columns: [
      { header: words.topic, kind: 'text' },
      { header: words.mean, kind: 'fraction' },
      { header: `${words.interval} (1)`, kind: 'fraction' },
      { header: `${words.interval} (2)`, kind: 'fraction' },
      { header: words.people, kind: 'count' },
      { header: words.below(`${page.line * 100}%`), kind: 'count' },
      { header: words.verdict, kind: 'text' },
      ...page.parts.map(({ name, isOwn }) => ({
        header: isOwn ? progress.dashboard.ownPeople(name) : name,
        kind: 'fraction' as const,
      })),
    ],
    rows: page.topics.map(({ name, figures, cells }) => [
      name,
      cell(figures),
      known(figures, ({ interval }) => interval.low),
      known(figures, ({ interval }) => interval.high),
      known(figures, ({ people }) => people),
      known(figures, ({ below }) => below),
      known(figures, ({ verdict }) => words.verdicts[verdict]),
      ...cells.map(cell),
    ]),
  };
}

/** Results of each sub-unit by class. */
export function gradesDocument(page: GradesPage, lang: Lang): TableDocument {
  const { progress, picture } = wordsOf(lang);
  const row = (name: string, figures: GradesPage['total']): CellValue[] => [
    name,
    ...classFilters.map((key) => classCount(key, figures)),
    goodShare(figures),
  ];
  return {
    title: `${picture.links.grades}, ${page.unit.name}`,
    notes: [...notesOf(lang, page), picture.grades.goodNote],
    columns: [
      { header: progress.list.unit, kind: 'text' },
      ...classFilters.map((key) => ({ header: progress.classes[key], kind: 'count' as const })),
      { header: picture.grades.goodOrBetter, kind: 'fraction' },
    ],
    rows: page.parts.map((part) => row(part.isOwn ? progress.dashboard.ownPeople(part.shortName) : part.name, part)),
    totals: row(progress.dashboard.total, page.total),
  };
}

/** The two tables of a comparison one under the other: figures, then the shares completed of the sub-units. */
export function comparisonDocument(page: UnitComparison, lang: Lang): TableDocument {
  const { progress, picture } = wordsOf(lang);
  const words = picture.compare;
  const day = (value: string) => formatDate(lang, startOfDay(value));
  const until = page.asOfDay ? day(page.asOfDay) : words.now;
  const verdict = (isBetter: boolean | null) => (isBetter === null ? null : isBetter ? words.better : words.worse);
  return {
    title: words.documentTitle(page.unit.name),
    notes: [...notesOf(lang, page), words.period(day(page.fromDay), page.asOfDay ? until : words.untilNow), words.lead],
    columns: [
      { header: words.figure, kind: 'text' },
      { header: day(page.fromDay), kind: 'count' },
      { header: until, kind: 'count' },
      { header: words.difference, kind: 'count' },
      { header: `${progress.dashboard.shareColumn} ${day(page.fromDay)}`, kind: 'fraction' },
      { header: `${progress.dashboard.shareColumn} ${until}`, kind: 'fraction' },
      { header: words.verdict, kind: 'text' },
    ],
    rows: [
      ...page.differences.map(({ key, before, after, by, direction, shareBefore, shareAfter, isBetter }) => [
        comparedName(key, words, progress),
        ...[before, after, by, shareBefore, shareAfter],
        [words[direction], verdict(isBetter)].filter(Boolean).join(', '),
      ]),
      ...page.parts.map(({ before, after, by }) => {
        const part = after ?? before!;
        const name = part.isOwn ? progress.dashboard.ownPeople(part.shortName) : part.name;
        const done = [before, after].map((each) => each?.byStatus.completed ?? null);
        const change = done[0] === null || done[1] === null ? null : done[1]! - done[0]!;
        return [
          `${name}: ${progress.standings.completed}`,
          ...[...done, change, before?.coverage ?? null, after?.coverage ?? null],
          before === null ? words.fresh : after === null ? words.gone : by === null ? null : words[sign(by)],
        ] as CellValue[];
      }),
    ],
  };
}

const sign = (by: number) => (by > 0 ? 'up' : by < 0 ? 'down' : 'same');
