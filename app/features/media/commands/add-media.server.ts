import { transact } from '#app/features/audit/commands/transact.server.ts';
import { dropStaged, keepStaged, type StagedFile } from '#app/platform/files/media-store.server.ts';
import { pictureVariant } from '#app/platform/files/picture-variants.server.ts';
import { makeSmaller } from '#app/platform/files/smaller-picture.server.ts';
import { type FileProblem, judgeFile } from '../core/judge-file.ts';
import { mediaName } from '../core/media-name.ts';
import type { MediaPurpose } from '../core/media-type.ts';
import { isTooLargeForText, LONGEST_SIDE, smallerWidths } from '../core/picture-size.ts';
import { insertMediaFile, type MediaFile } from '../data/media-files.server.ts';

/** Who adds it, as the audit log names people. */
type Doer = Parameters<typeof transact>[0];

export type AddedMedia =
  /** `name` is what this sender calls it; the content may be known under another. */
  { kind: 'added'; media: MediaFile; name: string } | { kind: 'refused'; problem: FileProblem; largest?: number };

/**
 * Keeps an uploaded file if its content is of a kind that the purpose allows; ends the staged file either way. A large
 * picture of a text is kept smaller: no page shows more of it, and an old computer cannot hold many. The content
 * is on the disk before the database names it: a failure between the two leaves a file that nobody can reach. Who may add
 * is asked by the higher feature whose desk it is (`insertDesk` of questions, `attachmentDesk` of quiz), before the body
 * of the request is read.
 */
export async function addMedia(
  doer: Doer,
  { staged: given, name }: { staged: StagedFile; name: string },
  purpose: MediaPurpose,
): Promise<AddedMedia> {
  const first = judgeFile(given, purpose);
  // What a learner hands in stays as it came.
  const isMadeSmaller = first.kind === 'good' && purpose === 'content' && isTooLargeForText(first.type, first.size);
  const staged = isMadeSmaller ? await makeSmaller(given, LONGEST_SIDE) : given;
  const verdict = isMadeSmaller ? judgeFile(staged, purpose) : first;
  if (verdict.kind === 'refused') {
    await dropStaged(staged);
    const { problem, largest } = verdict;
    return { kind: 'refused', problem, largest };
  }
  const { type, size, seconds } = verdict;
  const media: MediaFile = {
    ...{ id: staged.hash, mimeType: type, byteSize: staged.byteSize, purpose, name: mediaName(name, type) },
    ...{ width: size?.width ?? null, height: size?.height ?? null, seconds },
  };
  await keepStaged(staged);
  await transact(doer, 'media.added', async ({ sql, at, record, after, unchanged }) => {
    record(media.id, { type, bytes: media.byteSize, purpose });
    // Smaller forms lie ready before the first reader asks; nobody waits for them here.
    if (purpose === 'content' && smallerWidths(type, media).length > 0)
      after(() => void pictureVariant(media.id, 480, 0));
    if (!(await insertMediaFile(sql, { ...media, uploadedById: doer.personId, createdAt: at }))) unchanged();
  });
  return { kind: 'added', media, name: media.name };
}
