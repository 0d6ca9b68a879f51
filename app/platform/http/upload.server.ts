import { AppError } from '#app/kernel/app-error.ts';
import { dropStaged, type StagedFile, stageFile } from '../files/media-store.server.ts';
import { boundaryOf, multipartParts } from './multipart.server.ts';

/** A form with one file. */
export interface Upload {
  fields: Record<string, string>;
  file: { staged: StagedFile; name: string } | null;
  /** The file was larger than any file may be, and is gone. */
  isTooLarge: boolean;
}

/** Texts beside a file are short unless a form says so, and few. */
const longestText = 10_000;
const fewFields = 20;

/**
 * Reads a multipart form as it streams in: its file goes to the disk at once, never into memory as a whole. The caller
 * ends a staged file (`keepStaged`, `dropStaged`). Throws `bad-input` for what is no such form, or holds a second file.
 */
export async function readUpload(
  request: Request,
  largest: number,
  { longestField = longestText, mostFields = fewFields }: { longestField?: number; mostFields?: number } = {},
): Promise<Upload> {
  const boundary = boundaryOf(request.headers.get('Content-Type'));
  if (boundary === null || !request.body) throw new AppError('bad-input', { reason: 'not-a-form' });
  const fields = new Map<string, string>();
  const upload: Omit<Upload, 'fields'> = { file: null, isTooLarge: false };
  try {
    for await (const { name, filename, data } of multipartParts(chunksOf(request.body), boundary)) {
      if (filename === undefined) {
        if (fields.size === mostFields) throw new AppError('bad-input', { reason: 'too-many' });
        fields.set(name, await textOf(data, longestField));
        continue;
      }
      if (upload.file || upload.isTooLarge) throw new AppError('bad-input', { reason: 'one-file' });
      const staged = await stageFile(data, largest);
      if (staged === null) upload.isTooLarge = true;
      // What a browser sends where no file was chosen.
      else if (filename === '' && staged.byteSize === 0) await dropStaged(staged);
      else upload.file = { staged, name: filename };
    }
  } catch (error) {
    if (upload.file) await dropStaged(upload.file.staged);
    if (error instanceof SyntaxError) throw new AppError('bad-input', { reason: 'not-a-form' });
    throw error;
  }
  return { ...upload, fields: Object.fromEntries(fields) };
}

async function textOf(data: AsyncIterable<Uint8Array>, longestField: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of data) {
    size += chunk.byteLength;
    if (size > longestField) throw new AppError('bad-input', { reason: 'too-long' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In Node a stream of the web can be iterated; the types of the browser do not know. */
const chunksOf = (body: ReadableStream<Uint8Array>) => body as unknown as AsyncIterable<Uint8Array>;
