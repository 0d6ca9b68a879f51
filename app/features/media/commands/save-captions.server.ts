import { transact } from '#app/features/audit/commands/transact.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { CaptionsAnswer } from '../core/captions/captions-answer.ts';
import type { CaptionLang, CueRow } from '../core/captions/cue.ts';
import { judgeRows } from '../core/captions/judge-rows.ts';
import { printVtt } from '../core/captions/print-vtt.ts';
import { hasCaptions } from '../core/media-type.ts';
import { holdCaption, insertCaption, replaceCaption } from '../data/media-captions.server.ts';
import { findMediaFile } from '../data/media-files.server.ts';
import { shownRow, tagOf, writtenCaptions } from '../queries/written-captions.server.ts';

type Doer = Parameters<typeof transact>[0];

/**
 * Puts these rows in the place of the captions of a film or a sound. `base` names the captions that the writer has seen ('' =
 * none): where others stand by now, nothing is written. No rows take them away. Who may is asked by the higher feature whose
 * desk it is. Throws not-found for what is no film or sound of all.
 */
export async function saveCaptions(
  doer: Doer,
  { mediaId, lang, base, rows }: { mediaId: string; lang: CaptionLang; base: string; rows: CueRow[] },
): Promise<CaptionsAnswer> {
  const media = await findMediaFile(database().sql, mediaId, 'content');
  if (!media || !hasCaptions(media.mimeType)) throw new AppError('not-found');
  const judged = judgeRows(rows, media.seconds);
  if (judged.kind === 'bad') return { kind: 'refused', rows, problems: judged.problems };
  const { cues } = judged;
  const text = cues.length === 0 ? null : printVtt(cues);
  const saved = await transact(doer, 'media.captions-saved', async ({ sql, at, record, unchanged }) => {
    const stored = await holdCaption(sql, mediaId, lang);
    // The same captions again are no conflict: the receipt of a saving may have been lost.
    if ((stored?.text ?? null) === text) {
      unchanged();
      return { kind: 'unchanged' as const, at: stored?.updatedAt ?? at };
    }
    if (tagOf(stored?.text) !== base) {
      unchanged();
      return { kind: 'conflict' as const, stored };
    }
    if (stored) await replaceCaption(sql, { mediaId, lang, text, at });
    else if (!(await insertCaption(sql, { mediaId, lang, text: text!, at }))) {
      unchanged();
      return { kind: 'conflict' as const, stored: await holdCaption(sql, mediaId, lang) };
    }
    record(mediaId, { lang, cues: cues.length });
    return { kind: text === null ? ('removed' as const) : ('saved' as const), at };
  });
  if (saved.kind === 'conflict') return { kind: 'conflict', rows, theirs: writtenCaptions(saved.stored) };
  return { ...saved, tag: tagOf(text), rows: cues.map(shownRow) };
}
