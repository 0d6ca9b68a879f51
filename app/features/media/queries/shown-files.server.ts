import { database } from '#app/platform/db/database.server.ts';
import { type MediaKind, mediaTypes } from '../core/media-type.ts';
import { listShownFiles } from '../data/media-captions.server.ts';

/** What a text needs to know of a file that it shows. */
export interface ShownMedia {
  id: string;
  /** By its type; what is no type of ours is a document. */
  kind: MediaKind;
  /** 'PDF', 'MP3'. */
  extension: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  /** The languages in which it has captions. */
  captions: string[];
}

/** The files that a text names, as far as they are kept for all. */
export async function shownFiles(ids: readonly string[]): Promise<ShownMedia[]> {
  if (ids.length === 0) return [];
  const rows = await listShownFiles(database().read, ids);
  return rows.map(({ mimeType, name, ...row }) => ({
    ...row,
    kind: kindOf(mimeType),
    extension: (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase(),
  }));
}

function kindOf(mimeType: string): ShownMedia['kind'] {
  return mimeType in mediaTypes ? mediaTypes[mimeType as keyof typeof mediaTypes].kind : 'document';
}
