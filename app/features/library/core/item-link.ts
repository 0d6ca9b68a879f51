import type { MediaKind } from '#app/features/media/core/media-type.ts';

/** Words as they may stand between the brackets of a link or a picture. */
const plainWords = (text: string): string =>
  text
    .replace(/[[\]\\`*_!<>\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Where a thing of the library is pointed at from the text of a lesson, or of another thing. */
export const itemTarget = (id: string): string => `library:${id}`;

/** What an author writes into a lesson to lead to a thing of the library. */
export const itemLink = ({ id, title }: { id: string; title: string }): string =>
  `[${plainWords(title)}](${itemTarget(id)})`;

/** The ids of the things that a text points at, each once. */
export function linkedItemIds(text: string): string[] {
  return [...new Set([...text.matchAll(/\]\(\s*library:([0-9A-Za-z_-]{1,64})[\s)]/g)].map(([, id]) => id!))];
}

/** What shows a file in a text: a picture, a player, or an attachment under its words. */
export function fileText({ id, kind, words }: { id: string; kind: MediaKind; words: string }): string {
  const plain = plainWords(words);
  if (kind === 'document') return `[${plain}](media:${id})`;
  return `![${kind === 'sound' ? 'audio: ' : kind === 'film' ? 'video: ' : ''}${plain}](media:${id})`;
}
