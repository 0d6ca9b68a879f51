import type { CueRow } from './cue.ts';
import type { RowProblem } from './judge-rows.ts';
import type { ReadCaptions } from './read-captions.ts';

/** The captions of a file in one language, as their page has them. */
export interface WrittenCaptions {
  rows: CueRow[];
  /** Names this very text: who saves says which one was seen. '' = there were none. */
  tag: string;
  /** Null = there are none. */
  savedAt: Date | string | null;
}

/** What saving, or reading a file, answers. `rows` are those that came, so that nothing typed is lost. */
export type CaptionsAnswer =
  /** `rows` are as they were kept, in the order of their times. */
  | { kind: 'saved' | 'unchanged' | 'removed'; tag: string; at: Date | string; rows: CueRow[] }
  | { kind: 'refused'; rows: CueRow[]; problems: RowProblem[] }
  /** Another saved meanwhile: what stands there now. */
  | { kind: 'conflict'; rows: CueRow[]; theirs: WrittenCaptions }
  /** A file was read, and is not saved yet. */
  | { kind: 'read'; rows: CueRow[]; stray: ReadCaptions['stray']; dropped: ReadCaptions['dropped'] }
  | { kind: 'no-captions' | 'not-text' | 'no-file'; rows: CueRow[] };

/** The same as the page in the browser has it, where the server may also have been out of reach: then nothing was judged. */
export type CaptionsReply = CaptionsAnswer | { kind: 'unreached' };
