import { database } from '#app/platform/db/database.server.ts';
import type { LibraryReader } from '../core/reader.ts';
import { listOpenIds } from '../data/items.server.ts';

/** Which of these things are in use and open to the reader: the others are words without a link. */
export async function openItems(reader: LibraryReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return ids.length === 0 ? new Set() : new Set(await listOpenIds(database().read, reader, ids));
}
