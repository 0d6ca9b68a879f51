import type { Actor } from '#app/features/access/core/role.ts';
import { authoredFile, authoredMedia } from '#app/features/courses/queries/author-media.server.ts';
import type { AuthoredFile } from '#app/features/media/core/media-use.ts';
import { mediaUsesOfQuestions } from '#app/features/questions/queries/media-uses.server.ts';
import { usedMedia } from '#app/used-media.server.ts';

/** The files of the actor's units, with every place that names them. Reads all texts. */
export async function authorFiles(actor: Actor): Promise<AuthoredFile[]> {
  const uses = await mediaUsesOfQuestions(actor);
  return authoredMedia(actor, uses, await usedIds());
}

/** One of them; with `looksEverywhere` also whether any text at all names it, which else counts as used. */
export async function authorFile(
  actor: Actor,
  mediaId: string,
  { looksEverywhere = false } = {},
): Promise<AuthoredFile> {
  const uses = await mediaUsesOfQuestions(actor, mediaId);
  return authoredFile(actor, mediaId, uses, looksEverywhere ? await usedIds() : new Set([mediaId]));
}

async function usedIds(): Promise<Set<string>> {
  const used = new Set<string>();
  for (const list of usedMedia) for (const id of await list()) used.add(id);
  return used;
}
