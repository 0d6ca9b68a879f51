import { type MimeType, mediaTypes } from '#app/features/media/core/media-type.ts';
import { type CaptionLang, captionLangs, textFiles } from './course-package.ts';

export const mediaPath = (id: string, type: MimeType): string => `media/${id}.${mediaTypes[type].extension}`;
export const captionPath = (id: string, lang: CaptionLang): string => `media/${id}.${lang}.vtt`;

const extensions = [...new Set(Object.values(mediaTypes).map(({ extension }) => extension))].join('|');
const mediaFile = new RegExp(`^media/[0-9a-f]{64}\\.(${extensions}|(${captionLangs.join('|')})\\.vtt)$`);

/** Whether a package may hold a file of this name: nothing else is looked at, whatever it leads to. */
export const isKnownPath = (path: string): boolean =>
  (textFiles as readonly string[]).includes(path) || mediaFile.test(path);
