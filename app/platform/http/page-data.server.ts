import { encode } from 'turbo-stream';
import { gzipAround, type ReadyText } from './ready-text.server.ts';

/** Stands in a page's data where a ready text will stand. */
export const readyPlace = '\u2026ready-text\u2026';

/** A text as it stands among the data of a page, made ready to be sent. */
export const asDataText = (text: string): string => JSON.stringify(text);

/** Headers of a page's data as Remix sends them. */
export const pageDataHeaders = { 'Content-Type': 'text/x-script', 'X-Remix-Response': 'yes' };

/**
 * The data of a page as Remix sends them to its own client (plain values and instants alone), gzipped, with a ready text
 * (of `asDataText`) in the place of `readyPlace`.
 */
export async function gzippedPageData(loaderData: Record<string, unknown>, ready: ReadyText): Promise<Buffer> {
  const results = Object.fromEntries(Object.entries(loaderData).map(([route, data]) => [route, { data }]));
  const decoder = new TextDecoder();
  let line = '';
  for await (const chunk of encode(results) as unknown as AsyncIterable<Uint8Array>) {
    line += decoder.decode(chunk, { stream: true });
  }
  const [before, after, more] = line.split(JSON.stringify(readyPlace));
  if (before === undefined || after === undefined || more !== undefined)
    throw new Error('no one place for a ready text');
  return gzipAround(before, ready, after);
}
