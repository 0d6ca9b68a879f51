import type { ShownFile } from '#app/platform/documents/lesson-blocks.server.ts';
import {
  type DocumentOptions,
  type DocumentWords,
  type RenderedDocument,
  renderDocument,
} from '#app/platform/documents/markdown.server.ts';
import { type ShownMedia, shownFiles } from './shown-files.server.ts';

/** What the page of a text says itself, in the reader's language. */
export interface FileWords extends DocumentWords {
  /** '0,8 MB'. */
  fileSize?: (bytes: number) => string;
  /** By the code of a language. */
  captions?: Readonly<Record<string, string>>;
}

/** A text as HTML, with what is known of the files that it shows: sizes, captions, kinds of attachments. */
export async function documentWithFiles(
  body: string,
  { fileSize, captions, ...words }: FileWords,
  options: Omit<DocumentOptions, 'files'> = {},
): Promise<RenderedDocument> {
  const ids = [...new Set([...body.matchAll(/\(media:([0-9a-f]{64})[\s)]/g)].map(([, id]) => id!))];
  const files = (await shownFiles(ids)).map((file): [string, ShownFile] => [file.id, asShown(file)]);
  return renderDocument(body, words, { ...options, ...(files.length > 0 && { files: new Map(files) }) });

  function asShown({ extension, byteSize, captions: langs, id: _, ...file }: ShownMedia): ShownFile {
    const note = [extension, fileSize?.(byteSize)].filter(Boolean).join(', ');
    return { ...file, note, captions: langs.map((lang) => ({ lang, label: captions?.[lang] ?? lang })) };
  }
}
