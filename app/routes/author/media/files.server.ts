import type { Actor } from '#app/features/access/core/role.ts';
import { authoredFile, authoredMedia, type FoundFile } from '#app/features/courses/queries/author-media.server.ts';
import { mediaUsesOfLibrary } from '#app/features/library/queries/media-uses.server.ts';
import type { AuthoredFile, MediaUse } from '#app/features/media/core/media-use.ts';
import { mediaUsesOfQuestions } from '#app/features/questions/queries/media-uses.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { usedMedia } from '#app/used-media.server.ts';

/** The files of the actor's units, with every place that names them. Reads all texts. */
export async function authorFiles(actor: Actor): Promise<AuthoredFile[]> {
  return authoredMedia(actor, await otherUses(actor), await usedIds());
}

/** One of them; with `looksEverywhere` also whether any text at all names it, which else counts as used. */
export async function authorFile(actor: Actor, mediaId: string, { looksEverywhere = false } = {}): Promise<FoundFile> {
  const uses = await otherUses(actor, mediaId);
  return authoredFile(actor, mediaId, uses, looksEverywhere ? await usedIds() : new Set([mediaId]));
}

/** One of them whose captions the actor may write. Throws forbidden where others show it and nobody of one's units brought it. */
export async function captionedFile(actor: Actor, mediaId: string): Promise<FoundFile> {
  const file = await authorFile(actor, mediaId);
  if (!file.mayCaption) throw new AppError('forbidden', { reason: 'captions-of-others' });
  return file;
}

async function otherUses(actor: Actor, mediaId?: string): Promise<MediaUse[]> {
  return [...(await mediaUsesOfQuestions(actor, mediaId)), ...(await mediaUsesOfLibrary(actor, mediaId))];
}

async function usedIds(): Promise<Set<string>> {
  const used = new Set<string>();
  for (const list of usedMedia) for (const id of await list()) used.add(id);
  return used;
}
