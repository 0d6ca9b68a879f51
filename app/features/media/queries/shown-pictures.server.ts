import type { ShownFile } from '#app/platform/documents/lesson-blocks.server.ts';
import { namedMedia } from '../core/named-media.ts';
import { shownFiles } from './shown-files.server.ts';

/** The pictures that short texts name, by id: how large they are and in which narrower forms. Asks nothing where none is named. */
export async function shownPictures(texts: readonly string[]): Promise<Map<string, ShownFile>> {
  const ids = new Set(texts.flatMap((text) => (text.includes('media:') ? namedMedia(text) : [])));
  const pictures = (await shownFiles([...ids])).filter(({ kind }) => kind === 'picture');
  return new Map(
    pictures.map(({ id, width, height, widths }) => [
      id,
      { kind: 'picture', note: '', width, height, widths, captions: [] },
    ]),
  );
}
