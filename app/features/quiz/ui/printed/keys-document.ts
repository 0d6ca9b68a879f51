import type { Lang } from '#app/kernel/lang.ts';
import type { PrintedBlock, PrintedDocument, PrintedPart } from '#app/kernel/printed-document.ts';
import type { KeyContent } from '../../queries/printed/paper-keys.server.ts';
import { headBlock, type PaperHead, paperWords } from './paper-documents.ts';

const perRow = 10;
/** More variants than this do not fit beside each other. */
const perTable = 12;

/** The combined key of all variants, and a sheet for each. */
export function keysDocument(content: KeyContent, head: PaperHead, lang: Lang): PrintedDocument {
  const words = paperWords(lang);
  const { set, variants } = content;
  const top = (title: string): PrintedBlock[] => [
    headBlock(head),
    { kind: 'line', text: title, size: 14, look: 'bold', align: 'center', before: 4 },
    { kind: 'line', text: `${set.title} – ${set.quizTitle}`, size: 12, look: 'bold', align: 'center' },
    { kind: 'line', text: words.secret, size: 11, look: 'italic', align: 'center' },
  ];
  const footer = (name: string) => ({ name, page: words.page, of: words.of });
  const combined: PrintedPart = {
    footer: footer(words.keyTable),
    blocks: [...top(words.keyTable), ...combinedTables(variants, words)],
  };
  return {
    lang,
    title: words.keysFile(set.title),
    madeAt: set.createdAt,
    parts: [
      ...(variants.length > 1 ? [combined] : []),
      ...variants.map(({ code, keys }) => ({
        footer: footer(words.code(code)),
        blocks: [...top(words.keyTitle(code)), ...variantTables(keys, words)],
      })),
    ],
  };
}

type Words = ReturnType<typeof paperWords>;
const shown = ({ letters, section }: KeyContent['variants'][number]['keys'][number], words: Words) =>
  section === 'essay' ? words.byHand : letters;

function combinedTables(variants: KeyContent['variants'], words: Words): PrintedBlock[] {
  const tables: PrintedBlock[] = [];
  for (let from = 0; from < variants.length; from += perTable) {
    const some = variants.slice(from, from + perTable);
    const count = Math.max(...some.map(({ keys }) => keys.length));
    tables.push({
      kind: 'table',
      head: [words.keyColumn, ...some.map(({ code }) => code)],
      rows: Array.from({ length: count }, (_, at) => [
        String(at + 1),
        ...some.map(({ keys }) => (keys[at] ? shown(keys[at], words) : '')),
      ]),
      widths: [1, ...some.map(() => 1.2)],
      ...{ align: 'center', size: 10 },
    });
  }
  return tables;
}

function variantTables(keys: KeyContent['variants'][number]['keys'], words: Words): PrintedBlock[] {
  const short = keys.filter((key) => key.isByLetters);
  const long = keys.filter((key) => !key.isByLetters);
  const rows: string[][] = [];
  for (let from = 0; from < short.length; from += perRow) {
    const some = short.slice(from, from + perRow);
    const padded = (texts: string[]) => [...texts, ...Array.from({ length: perRow - texts.length }, () => '')];
    rows.push([words.keyColumn, ...padded(some.map(({ number }) => String(number)))]);
    rows.push([words.answerColumn, ...padded(some.map(({ letters }) => letters))]);
  }
  return [
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            head: [],
            rows,
            widths: [1.3, ...Array.from({ length: perRow }, () => 1)],
            align: 'center' as const,
            size: 11,
          },
        ]
      : []),
    ...(long.length > 0
      ? [
          {
            kind: 'table' as const,
            head: [words.keyColumn, words.answerColumn],
            rows: long.map((key) => [String(key.number), shown(key, words)]),
            ...{ widths: [1, 8], align: 'left' as const, size: 11 },
          },
        ]
      : []),
  ];
}
