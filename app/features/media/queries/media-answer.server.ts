import type { AddedMedia } from '../commands/add-media.server.ts';
import type { MediaAnswer } from '../core/media-answer.ts';
import { mediaText } from '../core/media-name.ts';
import { largestOf } from '../core/media-type.ts';

/** What an author is told of an upload; null stands for a file that was larger than any may be. */
export function mediaAnswerOf(added: AddedMedia | null, alt: string): MediaAnswer {
  if (added === null) return { kind: 'refused', field: 'file', problem: 'too-large', largest: largestOf.film };
  if (added.kind === 'refused') return { ...added, field: 'file' };
  const { id, mimeType: type } = added.media;
  const text = mediaText({ id, type, alt });
  return { kind: 'added', id, text };
}
