import { AppError } from '#app/kernel/app-error.ts';
import { type VariantWidth, variantWidths } from '#app/platform/files/media-store.server.ts';
import { pictureVariant } from '#app/platform/files/picture-variants.server.ts';
import { smallerWidths } from '../core/picture-size.ts';
import type { MediaFile } from '../data/media-files.server.ts';
import { mediaContent } from './media-content.server.ts';

/** So long a reader waits for a picture to be made smaller, before the whole one is sent. */
const MOST_MS = 4000;

/** A picture as it is sent for a screen of some width: `width` = a smaller form, with its bytes; else the picture itself. */
export interface SentPicture {
  media: MediaFile;
  width?: VariantWidth;
  byteSize: number;
  /** The same is sent at this address for ever; else a smaller form is still to come. */
  isLasting: boolean;
}

/** A picture for a screen that wants it `width` pixels wide. Throws not-found for any other file or width. */
export async function smallerPicture(id: string, width: string): Promise<SentPicture> {
  const media = await mediaContent(id);
  const wanted = variantWidths.find((each) => String(each) === width);
  if (wanted === undefined || !media.mimeType.startsWith('image/')) throw new AppError('not-found');
  const whole = { media, byteSize: media.byteSize, isLasting: true };
  if (!smallerWidths(media.mimeType, media).includes(wanted)) return whole;
  const found = await pictureVariant(id, wanted, MOST_MS);
  if (found === 'original') return whole;
  if (found === 'not-yet') return { ...whole, isLasting: false };
  return { media, width: wanted, byteSize: found, isLasting: true };
}
