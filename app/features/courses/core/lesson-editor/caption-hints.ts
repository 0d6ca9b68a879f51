export interface CaptionHint {
  /** From 1. */
  line: number;
  mediaId: string;
  /** What the text calls it. */
  name: string;
}

const heard = /!\[(?:audio|video):[^\S\n]*([^\]\n]*)\]\(\s*media:([0-9a-f]{64})[\s)]/gi;

/** The films and sounds of a text that have no captions (`uncaptioned`), each once, in the order of the text. */
export function captionHints(body: string, uncaptioned: readonly string[]): CaptionHint[] {
  if (uncaptioned.length === 0) return [];
  const hints = new Map<string, CaptionHint>();
  for (const [at, text] of body.split('\n').entries()) {
    for (const [, name = '', mediaId = ''] of text.matchAll(heard)) {
      if (uncaptioned.includes(mediaId) && !hints.has(mediaId))
        hints.set(mediaId, { line: at + 1, mediaId, name: name.trim() });
    }
  }
  return [...hints.values()];
}
