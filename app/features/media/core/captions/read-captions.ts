import { type CueRow, parseTime, showTime } from './cue.ts';

export interface ReadCaptions {
  rows: CueRow[];
  /** Lines that are no part of any cue, from 1; at most 50. */
  stray: { line: number; text: string }[];
  /** What a plain caption cannot keep, with how often it came. */
  dropped: { code: 'styling' | 'placement' | 'notes'; count: number }[];
}

const MOST_STRAY = 50;

/**
 * The captions in a WebVTT or SubRip file. A time that is none is kept as it stands, for the row to be mended. No cue at all:
 * the text is neither.
 */
export function readCaptions(text: string): ReadCaptions {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  const isVtt = /^WEBVTT(\s|$)/.test(lines[0] ?? '');
  const counts = { styling: 0, placement: 0, notes: 0 };
  const rows: CueRow[] = [];
  const stray: ReadCaptions['stray'] = [];
  let at = isVtt ? blockEnd(lines, 0) : 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') at += 1;
    else if (isVtt && /^(NOTE|STYLE|REGION)(\s|$)/.test(line)) {
      counts.notes += 1;
      at = blockEnd(lines, at);
    } else if (isTiming(line)) {
      const { row, hasPlace } = timesIn(line);
      if (hasPlace) counts.placement += 1;
      const until = cueEnd(lines, at + 1);
      const said = lines.slice(at + 1, until).map((each) => plain(each, isVtt, () => (counts.styling += 1)));
      rows.push({ ...row, text: tidyText(said.join('\n')) });
      at = until;
    } else {
      // The line above a time is the cue's number or name.
      if (!isTiming(lines[at + 1] ?? '') && stray.length < MOST_STRAY) {
        stray.push({ line: at + 1, text: line.trim().slice(0, 80) });
      }
      at += 1;
    }
  }
  const codes = ['styling', 'placement', 'notes'] as const;
  const dropped = codes.flatMap((code) => (counts[code] > 0 ? [{ code, count: counts[code] }] : []));
  return { rows, stray, dropped };
}

const ARROW = '-->';
const isTiming = (line: string) => line.includes(ARROW);

/** The first line behind a block, which an empty line ends. */
function blockEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() !== '') at += 1;
  return at;
}

/** The same of a cue; files that were joined by hand lack the empty line at times. */
function cueEnd(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (line === '' || isTiming(line)) return at;
    if (/^\d{1,6}$/.test(line) && isTiming(lines[at + 1] ?? '')) return at;
  }
  return lines.length;
}

function timesIn(line: string): { row: { start: string; end: string }; hasPlace: boolean } {
  const at = line.indexOf(ARROW);
  const [end = '', ...place] = line
    .slice(at + ARROW.length)
    .trim()
    .split(/\s+/);
  return { row: { start: asShown(line.slice(0, at).trim()), end: asShown(end) }, hasPlace: place.length > 0 };
}

function asShown(time: string): string {
  const ms = parseTime(time);
  return ms === null ? time.slice(0, 20) : showTime(ms);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };

/** The words alone: who speaks is kept as a word, letters in bold or colour are not. */
function plain(line: string, isVtt: boolean, onStyling: () => void): string {
  let words = line.replace(/<v(?:\.[^\s<>]*)?\s+([^<>]*)>/g, '$1: ');
  const bare = words.replace(isVtt ? /<[/a-z0-9][^<>]*>/gi : /<[/a-z0-9][^<>]*>|\{\\[^{}]*\}/gi, '');
  if (bare !== words) onStyling();
  words = bare;
  return isVtt ? words.replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name]!) : words;
}

/** Text as it is kept: composed letters, no empty lines, nothing that cannot be seen. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
