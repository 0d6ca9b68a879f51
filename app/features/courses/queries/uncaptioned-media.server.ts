import { lacksCaptions } from '#app/features/media/core/media-use.ts';
import { namedMedia } from '#app/features/media/core/named-media.ts';
import { shownFiles } from '#app/features/media/queries/shown-files.server.ts';

/** The ids of the films and sounds that these texts name and that have captions in no language. */
export async function uncaptionedMedia(texts: readonly string[]): Promise<string[]> {
  const ids = new Set(texts.flatMap(namedMedia));
  return (await shownFiles([...ids])).filter(lacksCaptions).map(({ id }) => id);
}
