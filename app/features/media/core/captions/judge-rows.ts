import { type Cue, type CueRow, parseTime } from './cue.ts';
import { tidyText } from './read-captions.ts';

export type RowProblem = {
  /** From 0, as the rows were given. */
  row: number;
  field: 'start' | 'end' | 'text';
  code: 'bad-time' | 'end-before-start' | 'overlap' | 'beyond-film' | 'no-text' | 'text-too-long' | 'too-many';
};

export type JudgedRows = { kind: 'good'; cues: Cue[] } | { kind: 'bad'; problems: RowProblem[] };

export const MOST_CUES = 3000;
/** Letters of a cue at most: two lines on a screen, and then some. */
export const LONGEST_CUE = 400;
/** A file tells its length in round numbers. */
const SLACK_MS = 500;

/** The captions that rows make, in the order of their times; or what is wrong, by row. Empty rows are none. */
export function judgeRows(rows: readonly CueRow[], filmSeconds: number | null): JudgedRows {
  const problems: RowProblem[] = [];
  const found: (Cue & { row: number })[] = [];
  const last = filmSeconds === null ? null : filmSeconds * 1000 + SLACK_MS;
  for (const [row, given] of rows.entries()) {
    const say = (field: RowProblem['field'], code: RowProblem['code']) => problems.push({ row, field, code });
    if (isEmptyRow(given)) continue;
    const [start, end, text] = [parseTime(given.start), parseTime(given.end), tidyText(given.text)];
    if (start === null) say('start', 'bad-time');
    else if (last !== null && start >= last) say('start', 'beyond-film');
    if (end === null) say('end', 'bad-time');
    else if (start !== null && end <= start) say('end', 'end-before-start');
    else if (last !== null && end > last) say('end', 'beyond-film');
    if (text === '') say('text', 'no-text');
    if (text.length > LONGEST_CUE) say('text', 'text-too-long');
    if (found.length === MOST_CUES) {
      say('text', 'too-many');
      break;
    }
    if (start !== null && end !== null && end > start) found.push({ row, start, end, text });
  }
  found.sort((a, b) => a.start - b.start || a.row - b.row);
  for (const [at, { row, start }] of found.entries()) {
    const before = found[at - 1];
    if (before && start < before.end) problems.push({ row, field: 'start', code: 'overlap' });
  }
  if (problems.length > 0) return { kind: 'bad', problems: problems.sort((a, b) => a.row - b.row) };
  return { kind: 'good', cues: found.map(({ start, end, text }) => ({ start, end, text })) };
}

export const isEmptyRow = ({ start, end, text }: CueRow): boolean =>
  start.trim() === '' && end.trim() === '' && text.trim() === '';
