import type { MimeType } from './media-type.ts';

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** More pixels than a page shows across at twice the density of an old screen. */
export const LONGEST_SIDE = 1600;

/** Whether a picture is kept smaller than it came: those that move or are written by few cameras stay. */
export const isTooLargeForText = (type: MimeType, size: PictureSize | null): boolean =>
  (type === 'image/png' || type === 'image/jpeg') && size !== null && Math.max(size.width, size.height) > LONGEST_SIDE;

/** Widths in which a picture lies beside itself for smaller screens. */
const WIDTHS = [480, 960] as const;

/** Those of them that are worth it for this picture: what moves, or is little wider already, has none. */
export const smallerWidths = (
  type: string,
  { width }: { readonly width: number | null },
): readonly (typeof WIDTHS)[number][] =>
  type === 'image/png' || type === 'image/jpeg' ? WIDTHS.filter((each) => width !== null && width > each * 1.2) : [];

/** How large a picture is, by its own words; null for what is no picture, or tells nothing within its first bytes. */
export function pictureSizeOf(type: MimeType, head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    switch (type) {
      case 'image/png':
        return sizeOf(view.getUint32(16), view.getUint32(20));
      case 'image/gif':
        return sizeOf(view.getUint16(6, true), view.getUint16(8, true));
      case 'image/webp':
        return webp(view);
      case 'image/jpeg':
        return jpeg(view);
      default:
        return null;
    }
  } catch (error) {
    // The file ends where its size should stand.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const sizeOf = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : null);

function webp(view: DataView): PictureSize | null {
  const format = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (format === 'VP8 ') return sizeOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (format === 'VP8L') {
    const bits = view.getUint32(21, true);
    return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return format === 'VP8X' ? sizeOf(three(24), three(27)) : null;
}

/** Walks from marker to marker up to the one that begins the picture itself. */
function jpeg(view: DataView): PictureSize | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return sizeOf(view.getUint16(at + 7), view.getUint16(at + 5));
    // The picture begins, or ends, before it said how large it is.
    if (marker === 0xda || marker === 0xd9) return null;
    at += 2 + view.getUint16(at + 2);
  }
}
