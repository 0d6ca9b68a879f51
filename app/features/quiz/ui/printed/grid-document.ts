import type { Lang } from '#app/kernel/lang.ts';
import type { PrintedBlock, PrintedDocument } from '#app/kernel/printed-document.ts';
import type { GridContent } from '../../queries/printed/paper-content.server.ts';
import { headBlock, type PaperHead, paperWords, romans, sectionsOf } from './paper-documents.ts';

/** The answer sheets of a set. `isBoxed`: for Word, where boxes are crossed instead of circles filled. */
export function gridDocument(content: GridContent, head: PaperHead, lang: Lang, isBoxed: boolean): PrintedDocument {
  const words = paperWords(lang);
  const { set, grids, isCommon } = content;
  return {
    lang,
    title: words.gridFile(set.title),
    madeAt: set.createdAt,
    parts: grids.map(({ codes, rows }) => {
      const sections = sectionsOf(rows);
      const title = (at: number, section: (typeof sections)[number]) =>
        words.part(romans[at] ?? '', words.sectionNames[section]);
      const circled = sections.filter((section) => section !== 'written' && section !== 'essay');
      const lined = sections.filter((section) => section === 'written' || section === 'essay');
      const only = codes.length === 1 && !isCommon ? (codes[0] ?? '') : '';
      return {
        // Lines to write on may go over to a second sheet of paper, which is nobody's unless it says whose it is.
        footer: {
          name: lined.length > 0 ? words.whose : isCommon ? set.title : words.gridFor(codes.join(', ')),
          ...{ page: words.page, of: words.of },
        },
        blocks: [
          headBlock(head),
          { kind: 'line', text: words.grid, size: 14, look: 'bold', align: 'center', before: 10 },
          { kind: 'line', text: `${set.title} – ${set.quizTitle}`, size: 11, look: 'italic', align: 'center' },
          ...(isCommon
            ? []
            : [
                {
                  kind: 'line' as const,
                  text: words.gridFor(codes.join(', ')),
                  size: 11,
                  look: 'bold' as const,
                  align: 'center' as const,
                },
              ]),
          {
            kind: 'fields',
            fields: [
              { label: words.name, width: 3 },
              { label: words.rank, width: 2 },
            ],
          },
          {
            kind: 'fields',
            fields: [
              { label: words.unit, width: 3 },
              { label: words.signature, width: 2 },
            ],
          },
          { kind: 'line', text: isBoxed ? words.gridRulesBoxes : words.gridRules, size: 10, look: 'italic', before: 6 },
          {
            kind: 'bubbles',
            columns: 4,
            numbers: [
              { label: words.candidate, digits: 4, filled: '' },
              { label: words.variant, digits: 3, filled: only },
            ],
            groups: circled.map((section) => ({
              title: title(sections.indexOf(section), section),
              rows: rows
                .filter((row) => row.section === section)
                .map(({ label, signs, isWritten }) => ({ label, signs, isWritten })),
            })),
          },
          ...lined.flatMap((section): PrintedBlock[] => [
            {
              kind: 'line',
              text: title(sections.indexOf(section), section),
              size: 11,
              look: 'bold',
              before: 8,
              isHeading: true,
            },
            {
              kind: 'answer-lines',
              rows: rows
                .filter((row) => row.section === section)
                .map(({ label }) => ({ label: words.questionShort(label), lines: section === 'essay' ? 14 : 1 })),
            },
          ]),
        ],
      };
    }),
  };
}
