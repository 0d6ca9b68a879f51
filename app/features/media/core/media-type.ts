/** What a file can be here. Nothing that a browser would run: no SVG, no HTML. */
export const mediaTypes = {
  'image/png': { kind: 'picture', extension: 'png' },
  'image/jpeg': { kind: 'picture', extension: 'jpg' },
  'image/webp': { kind: 'picture', extension: 'webp' },
  'image/gif': { kind: 'picture', extension: 'gif' },
  'audio/mpeg': { kind: 'sound', extension: 'mp3' },
  'audio/ogg': { kind: 'sound', extension: 'ogg' },
  'audio/mp4': { kind: 'sound', extension: 'm4a' },
  'audio/wav': { kind: 'sound', extension: 'wav' },
  'video/mp4': { kind: 'film', extension: 'mp4' },
  'video/webm': { kind: 'film', extension: 'webm' },
  'application/pdf': { kind: 'document', extension: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'document', extension: 'docx' },
} as const;
export type MimeType = keyof typeof mediaTypes;
export type MediaKind = (typeof mediaTypes)[MimeType]['kind'];

/** Whether words can run along with it. */
export const hasCaptions = (type: MimeType): boolean =>
  mediaTypes[type].kind === 'film' || mediaTypes[type].kind === 'sound';

/** content: shown to whoever is signed in. personal: a learner's attachment, only through its attempt. */
export type MediaPurpose = 'content' | 'personal';
export const kindsFor: Record<MediaPurpose, readonly MediaKind[]> = {
  content: ['picture', 'sound', 'film', 'document'],
  personal: ['picture', 'document'],
};

/** The largest file of each kind, in bytes. Our choice: a barracks' line carries 1 MB in about 8 seconds. */
export const largestOf: Record<MediaKind, number> = {
  // As a telephone takes it; of a text it is kept smaller.
  picture: 15 * 1024 * 1024,
  sound: 20 * 1024 * 1024,
  film: 200 * 1024 * 1024,
  document: 10 * 1024 * 1024,
};
/** Pixels of a picture at most: a small file can hold a picture that no old machine has the memory for. */
export const MOST_PIXELS = 40_000_000;

/** What tells a type: the first and the last bytes of a file. A short file may have both in common. */
export interface FileEnds {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** The type of a file by its content; null for any other. What its name or sender says does not count. */
export function mediaTypeOf({ head, tail }: FileEnds): MimeType | null {
  const at = (offset: number, text: string) => hasText(head, offset, text);
  if (at(0, '\x89PNG\r\n\x1a\n') && at(12, 'IHDR')) return 'image/png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif';
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp';
  if (at(0, 'RIFF') && at(8, 'WAVE')) return 'audio/wav';
  if (at(0, 'OggS')) return holds(head, 'vorbis') || holds(head, 'OpusHead') ? 'audio/ogg' : null;
  if (at(4, 'ftyp')) return mp4Type({ head, tail });
  // EBML names its kind among its first words; Matroska may hold what no browser here plays.
  if (head[0] === 0x1a && at(1, 'E\xdf\xa3')) return holds(head.subarray(0, 64), 'webm') ? 'video/webm' : null;
  if (at(0, 'ID3') || isMpegFrame(head)) return 'audio/mpeg';
  if (at(0, '%PDF-')) return 'application/pdf';
  if (at(0, 'PK\x03\x04')) return isWordDocument(tail) ? WORD : null;
  return null;
}

const FILM_BRANDS = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash'];

/** Sound by its own word or its only track; any other brand that a browser plays is a film. */
function mp4Type({ head, tail }: FileEnds): MimeType | null {
  const isBrand = (brand: string) => hasText(head, 8, brand);
  if (isBrand('M4A ') || isBrand('M4B ')) return 'audio/mp4';
  if (!FILM_BRANDS.some(isBrand)) return null;
  const hasTrack = (kind: string) => holds(head, kind) || holds(tail, kind);
  return hasTrack('soun') && !hasTrack('vide') ? 'audio/mp4' : 'video/mp4';
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** By its list of contents, which stands at the end. A document that brings a program along is refused. */
function isWordDocument(tail: Uint8Array): boolean {
  return holds(tail, 'word/document.xml') && holds(tail, '[Content_Types].xml') && !holds(tail, 'vbaProject');
}

/** A frame of MPEG audio, layer III, with a lawful bit rate and sampling rate. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSync = first === 0xff && (second & 0xe0) === 0xe0;
  const isLayer3 = (second & 0x06) === 0x02 && (second & 0x18) !== 0x08;
  const [rate, sampling] = [third >> 4, (third >> 2) & 3];
  return isSync && isLayer3 && rate !== 0 && rate !== 15 && sampling !== 3;
}

function hasText(bytes: Uint8Array, offset: number, text: string): boolean {
  if (bytes.length < offset + text.length) return false;
  for (let at = 0; at < text.length; at++) if (bytes[offset + at] !== text.charCodeAt(at)) return false;
  return true;
}

function holds(bytes: Uint8Array, text: string): boolean {
  for (let at = bytes.indexOf(text.charCodeAt(0)); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    if (hasText(bytes, at, text)) return true;
  }
  return false;
}
