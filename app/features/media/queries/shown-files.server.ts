import { database } from '#app/platform/db/database.server.ts';
import { readCaptions } from '../core/captions/read-captions.ts';
import { type MediaKind, mediaTypes } from '../core/media-type.ts';
import { smallerWidths } from '../core/picture-size.ts';
import { findCaption, listShownFiles } from '../data/media-captions.server.ts';

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
  /** Narrower widths of a picture that can be asked for. */
  widths: readonly number[];
  /** What is said in a sound, as its captions have it. */
  transcript: string[];
}

/** The files that a text names, as far as they are kept for all. */
export async function shownFiles(ids: readonly string[]): Promise<ShownMedia[]> {
  if (ids.length === 0) return [];
  const rows = await listShownFiles(database().read, ids);
  const sounds = rows.filter(({ mimeType, captions }) => kindOf(mimeType) === 'sound' && captions.length > 0);
  const said = new Map<string, string[]>();
  for (const { id, captions } of sounds) {
    const text = await findCaption(database().read, id, captions[0]!);
    said.set(id, text === null ? [] : readCaptions(text).rows.map((row) => row.text));
  }
  return rows.map(({ mimeType, name, ...row }) => ({
    ...row,
    kind: kindOf(mimeType),
    widths: smallerWidths(mimeType, row),
    transcript: said.get(row.id) ?? [],
    extension: (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? '').toUpperCase(),
  }));
}

function kindOf(mimeType: string): ShownMedia['kind'] {
  return mimeType in mediaTypes ? mediaTypes[mimeType as keyof typeof mediaTypes].kind : 'document';
}
