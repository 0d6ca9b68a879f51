import type { CaptionsAnswer } from '../core/captions/captions-answer.ts';
import type { CueRow } from '../core/captions/cue.ts';
import { MOST_CUES } from '../core/captions/judge-rows.ts';
import { readCaptions } from '../core/captions/read-captions.ts';

/** The rows in a .vtt or .srt file in UTF-8 or UTF-16; saves nothing. Without any, `rows` stay as they were. */
export function readCaptionsFile(bytes: Uint8Array, rows: CueRow[]): CaptionsAnswer {
  if (bytes.byteLength === 0) return { kind: 'no-file', rows };
  const text = textOf(bytes);
  if (text === null) return { kind: 'not-text', rows };
  const read = readCaptions(text);
  if (read.rows.length === 0) return { kind: 'no-captions', rows };
  return { kind: 'read', ...read, rows: read.rows.slice(0, MOST_CUES + 1) };
}

function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
