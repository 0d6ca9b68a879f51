import { nfc } from '#app/kernel/vietnamese-text.ts';
import { type MimeType, mediaTypes } from './media-type.ts';

const LONGEST = 120;

/**
 * The name under which a file is kept and handed out again: no folders, nothing that cannot be seen or turns the direction
 * of writing, and the ending of what it really is. Only ever shown and sent along, never a path on the disk.
 */
export function mediaName(given: string, type: MimeType): string {
  const { extension } = mediaTypes[type];
  const base = nfc(given)
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}"<>|:*?]/gu, ' ')
    .replace(/\.[\p{L}\p{N}]{1,5}$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, LONGEST)
    .trim();
  return `${base || 'tep'}.${extension}`;
}

/** What an author writes into a text to show a picture, play a sound or hand out a document there. */
export function mediaText({ id, type, alt }: { id: string; type: MimeType; alt: string }): string {
  const words = nfc(alt)
    .replace(/[[\]\\`*_!<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const { kind } = mediaTypes[type];
  // A document is not shown in the text but offered there.
  if (kind === 'document') return `[${words}](media:${id})`;
  return `![${kind === 'sound' ? 'audio: ' : kind === 'film' ? 'video: ' : ''}${words}](media:${id})`;
}

/** A text with `media` put in at a place; behind the table whose line the place stands in, where it would be lost as a cell too many. */
export function withMedia(text: string, place: number, media: string): string {
  const at = Math.min(Math.max(0, place), text.length);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  if (!text.slice(lineStart, at).trimStart().startsWith('|')) return text.slice(0, at) + media + text.slice(at);
  const lineEnd = text.indexOf('\n', at);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const isEndOfTable =
    !text
      .slice(end + 1)
      .trimStart()
      .startsWith('|') || /^\n\s*\n/.test(text.slice(end));
  // In the middle of a table somebody means a cell.
  if (!isEndOfTable || text.slice(at, end).trim() !== '') return text.slice(0, at) + media + text.slice(at);
  return `${text.slice(0, end)}\n\n${media}${text.slice(end)}`;
}
