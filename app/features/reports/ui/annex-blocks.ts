import { shortRank } from '#app/features/org/core/rank.ts';
import type { DocumentBlock } from '#app/kernel/official-document.ts';
import type { CellValue } from '#app/kernel/table-document.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import type { Lang } from '#app/platform/i18n/language.ts';
import type { AnnexPerson } from '../core/study-figures.ts';
import { documentWords } from './finding-sentences.ts';
import type { DocumentSource } from './study-document.ts';

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The lists of names, an annex for each assignment; none where no names were asked for. */
export function annexBlocks({ figures, parameters, names }: DocumentSource): DocumentBlock[] {
  const { lang } = parameters;
  const words = documentWords(lang);
  const { annex, assignments } = figures.study;
  if (!annex) return [];
  return annex.flatMap(({ assignmentId, people, omitted }, at): DocumentBlock[] => {
    const title = assignments.find((each) => each.assignmentId === assignmentId)?.title ?? '';
    const number = annex.length > 1 ? (romans[at] ?? String(at + 1)) : '';
    const about = parameters.names === 'all' ? words.annex.all(title) : words.annex.owing(title);
    const opening = { kind: 'annex', name: words.annex.name(number).trim(), about } as const;
    if (omitted > 0) {
      return [opening, { kind: 'paragraph', text: words.annex.omitted(formatNumber(lang, omitted)) }];
    }
    if (people.length === 0) return [opening, { kind: 'paragraph', text: words.annex.nobody }];
    const { columns } = words;
    return [
      opening,
      {
        kind: 'table',
        caption: words.annex.caption(formatNumber(lang, people.length)),
        columns: [
          { header: columns.order, kind: 'text', width: 10 },
          { header: columns.rank, kind: 'text', width: 22 },
          { header: columns.name, kind: 'text', width: 40 },
          { header: columns.position, kind: 'text', width: 30 },
          { header: columns.unit, kind: 'text', width: 26 },
          { header: columns.standing, kind: 'text', width: 22 },
          { header: columns.note, kind: 'text', width: 26 },
        ],
        rows: people.map((person, index) => rowOf(lang, person, index, names[person.personId])),
      },
    ];
  });
}

function rowOf(lang: Lang, person: AnnexPerson, index: number, name: string | undefined): CellValue[] {
  const words = documentWords(lang);
  const notes = [
    person.isLate ? words.annex.late : '',
    person.away ? words.annex.away(words.reasons[person.away]) : '',
    person.exemptReason ? words.annex.exempt(person.exemptReason) : '',
  ].filter((note) => note !== '');
  return [
    ...[
      String(index + 1),
      shortRank(person.rank ?? ''),
      name ?? words.annex.erased,
      person.position ?? '',
      person.unit,
    ],
    ...[words.standings[person.status ?? 'not-assigned'], notes.join('; ')],
  ];
}
