import type { MediaKind } from '#app/features/media/core/media-type.ts';
import { mediaContent } from '#app/features/media/queries/media-content.server.ts';
import { shownFiles } from '#app/features/media/queries/shown-files.server.ts';

/** What a kept file is; null = none is named, or it is kept no more. */
export async function fileKindOf(mediaId: string | null): Promise<MediaKind | null> {
  if (mediaId === null) return null;
  const [file] = await shownFiles([mediaId]);
  return file?.kind ?? null;
}

/** The name of a kept file; '' = none is named, or it is kept no more. */
export async function fileNameOf(mediaId: string | null): Promise<string> {
  return (await fileKindOf(mediaId)) === null ? '' : (await mediaContent(mediaId!)).name;
}
