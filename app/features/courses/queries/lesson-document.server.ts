import { documentWithFiles, type FileWords } from '#app/features/media/queries/document-with-files.server.ts';
import type { DocumentOptions, RenderedDocument } from '#app/platform/documents/markdown.server.ts';
import { type LinkReader, linkedItems } from './linked-items.server.ts';

/** What the page of a lesson says itself, in the reader's language. */
export type LessonWords = FileWords;

/** A lesson's text as HTML, with the files that it shows and, for a reader, the links into the library that they may open. */
export async function lessonDocument(
  body: string,
  words: LessonWords,
  { reader, ...options }: Omit<DocumentOptions, 'files' | 'linked'> & { reader?: LinkReader } = {},
): Promise<RenderedDocument> {
  const linked = reader ? await linkedItems(body, reader) : new Set<string>();
  return documentWithFiles(body, words, { ...options, ...(linked.size > 0 && { linked }) });
}
