import { filmSeconds, waveSeconds } from './film-seconds.ts';
import {
  type FileEnds,
  kindsFor,
  largestOf,
  type MediaPurpose,
  type MimeType,
  MOST_PIXELS,
  mediaTypeOf,
  mediaTypes,
} from './media-type.ts';
import { type PictureSize, pictureSizeOf } from './picture-size.ts';

export type FileProblem = 'empty' | 'unknown-type' | 'not-allowed' | 'too-large' | 'too-many-pixels';

export type FileVerdict =
  | {
      readonly kind: 'good';
      readonly type: MimeType;
      readonly size: PictureSize | null;
      readonly seconds: number | null;
    }
  | { readonly kind: 'refused'; readonly problem: FileProblem; readonly largest?: number };

/** Whether a file may be kept for a purpose, by its content alone. */
export function judgeFile(file: FileEnds & { readonly byteSize: number }, purpose: MediaPurpose): FileVerdict {
  if (file.byteSize === 0) return { kind: 'refused', problem: 'empty' };
  const type = mediaTypeOf(file);
  if (type === null) return { kind: 'refused', problem: 'unknown-type' };
  const { kind } = mediaTypes[type];
  if (!kindsFor[purpose].includes(kind)) return { kind: 'refused', problem: 'not-allowed' };
  if (file.byteSize > largestOf[kind]) return { kind: 'refused', problem: 'too-large', largest: largestOf[kind] };
  const size = pictureSizeOf(type, file.head);
  // A picture that does not say how large it is would be drawn at any size.
  if (kind === 'picture' && size === null) return { kind: 'refused', problem: 'unknown-type' };
  if (size && size.width * size.height > MOST_PIXELS) return { kind: 'refused', problem: 'too-many-pixels' };
  return { kind: 'good', type, size, seconds: secondsOf(type, file) };
}

function secondsOf(type: MimeType, file: FileEnds & { readonly byteSize: number }): number | null {
  if (type === 'video/mp4' || type === 'audio/mp4') return filmSeconds(file);
  return type === 'audio/wav' ? waveSeconds(file.head, file.byteSize) : null;
}
