import { database } from '#app/platform/db/database.server.ts';
import { listContentMediaBefore } from '../data/unused-media.server.ts';

/** Reads the ids of the files that a feature's texts and rows name; each higher feature brings its own. */
export type UsedMedia = () => Promise<Iterable<string>>;

export interface UnusedMedia {
  id: string;
  name: string;
  byteSize: number;
  createdAt: Date;
}

/** The files of content that were last added before `before` and that none of these uses, the largest first. */
export async function listUnusedMedia(used: readonly UsedMedia[], before: Date): Promise<UnusedMedia[]> {
  const old = await listContentMediaBefore(database().sql, before);
  if (old.length === 0) return [];
  const known = new Set<string>();
  for (const list of used) for (const id of await list()) known.add(id);
  return old.filter(({ id }) => !known.has(id)).sort((a, b) => b.byteSize - a.byteSize);
}
