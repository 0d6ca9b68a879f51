import { sha256 } from '#app/platform/ids.server.ts';
import type { WrittenCaptions } from '../core/captions/captions-answer.ts';
import { type Cue, type CueRow, showTime } from '../core/captions/cue.ts';
import { readCaptions } from '../core/captions/read-captions.ts';
import type { KeptCaption } from '../data/media-captions.server.ts';

/** Names captions by what they say; '' = there are none. */
export const tagOf = (text: string | null | undefined): string => (text ? sha256(text).slice(0, 24) : '');

/** A cue to be typed over. */
export const shownRow = ({ start, end, text }: Cue): CueRow => ({ start: showTime(start), end: showTime(end), text });

/** Kept captions as rows; null = there are none. */
export const writtenCaptions = (kept: KeptCaption | null | undefined): WrittenCaptions => ({
  rows: kept ? readCaptions(kept.text).rows : [],
  tag: tagOf(kept?.text),
  savedAt: kept?.updatedAt ?? null,
});
