import { nfc } from '#app/kernel/vietnamese-text.ts';
import type { WordBlock, WordLook, WordParagraph, WordTable } from '#app/kernel/word/word-document.ts';
import { isSafeLink, linkMarkdown, pieceMarkdown } from '#app/kernel/word/word-markdown.ts';
import type { Run, SourceLine } from '../text/source-line.ts';
import { lineText, markdownOf } from '../text/source-line.ts';
import { tableRole, unwrapped } from './table-role.ts';

/** The lines of a document as a paper has them: numbers that Word writes itself are words, line breaks part lines. */
export function wordLines(blocks: readonly WordBlock[]): SourceLine[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? linesOf(block) : linesOfTable(block)));
}

function linesOf({ place, label, pieces }: WordParagraph): SourceLine[] {
  const lines: Run[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      lines.at(-1)!.push({ text: pieceMarkdown(piece), isMarkdown: true });
      continue;
    }
    const { text, href } = piece;
    const look = runLook(piece);
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      // One form of each letter, however many runs Word has cut the words into.
      const shown = nfc(part).replace(WIDE, ' '.repeat(20));
      if (href !== undefined && isSafeLink(href)) lines.at(-1)!.push(...linkRuns(shown, href));
      else if (part !== '') lines.at(-1)!.push({ ...look, text: shown });
    }
  }
  const [first, ...others] = lines as [Run[], ...Run[][]];
  const labelled = label && first.length + others.length > 0 ? [labelRun(label), ...first] : first;
  return [labelled, ...others].map((runs) => ({ line: place, runs }));
}

const WIDE = /[ \t]{21,}/g;

/** A link looks like a link, which tells no key; one that says where it leads is its words. */
function linkRuns(text: string, href: string): Run[] {
  const bare = text.trim();
  if (bare === '') return text === '' ? [] : [{ text }];
  if (
    href
      .replace(/^(https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '')
      .endsWith(bare.replace(/^https?:\/\/|\/$/gi, ''))
  )
    return [{ text }];
  const at = text.indexOf(bare);
  const rest = text.slice(at + bare.length);
  return [{ text: text.slice(0, at) }, { text: linkMarkdown(bare, href), isMarkdown: true }, { text: rest }].filter(
    (run) => run.text !== '',
  );
}

function labelRun({ text, isBullet, look }: NonNullable<WordParagraph['label']>): Run {
  return isBullet ? { text: '- ', isMarkdown: true } : { text: `${text} `, ...runLook(look) };
}

function runLook({ isBold, isItalic, isUnderlined, isStruck, colour, script }: WordLook): Omit<Run, 'text'> {
  const look: Omit<Run, 'text'> = {};
  if (isBold) look.isBold = true;
  if (isItalic) look.isItalic = true;
  if (isUnderlined) look.isUnderlined = true;
  if (isStruck) look.isStruck = true;
  if (script) look.script = script;
  if (colour !== undefined) {
    look.isMarked = true;
    look.colour = colour;
  }
  return look;
}

/** What a table is there for is told by its words, and again by those of the tables around it. */
const known = new WeakMap<WordTable, SourceLine[]>();

function linesOfTable(table: WordTable): SourceLine[] {
  const lines = known.get(table) ?? readTable(table);
  known.set(table, lines);
  return lines;
}

function readTable(table: WordTable): SourceLine[] {
  const role = tableRole(table, (blocks) => wordLines(blocks).map(lineText).join('\n'));
  if (role === 'grid') {
    return table.rows.map((cells) => {
      const runs = cells.flatMap((blocks, index): Run[] => {
        const cell = wordLines(blocks).flatMap((line) => line.runs);
        return index === 0 ? cell : [{ text: '\t' }, ...cell];
      });
      return { line: placeOf(cells) ?? table.place, runs };
    });
  }
  if (role === 'data') return [dataLine(table)];
  return unwrapped(table, role, wordLines);
}

/** A table that says something as a table: Markdown, its first row as head. */
function dataLine(table: WordTable): SourceLine {
  const rows = table.rows.map((cells) =>
    cells.map((blocks) =>
      wordLines(blocks)
        .map(({ runs }) => markdownOf(runs))
        .filter((text) => text !== '')
        .join(' ')
        .replace(/\n/g, ' '),
    ),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const text = [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join('\n');
  return { line: table.place, runs: [{ text, isMarkdown: true }] };
}

const placeOf = (cells: readonly (readonly WordBlock[])[]): number | null => cells.flat()[0]?.place ?? null;
