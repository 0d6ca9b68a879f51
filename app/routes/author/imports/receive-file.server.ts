import { readFile } from 'node:fs/promises';
import type { Actor } from '#app/features/access/core/role.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import type { FormatName } from '#app/features/questions/core/formats/read-question.ts';
import { sourceOfFile, withStoredFiles } from '#app/features/questions/queries/imports/source-of-file.server.ts';
import { FileRefusal, type FileRefusalCode } from '#app/platform/documents/file-refusal.server.ts';
import { dropStaged, type StagedFile, stageFile } from '#app/platform/files/media-store.server.ts';

export type ReceivedFile =
  | { kind: 'staged'; importId: string }
  | { kind: 'refused'; reason: FileRefusalCode | 'nothing' };

/** Larger pictures are named and left out. */
const LARGEST_PICTURE = 20 * 1024 * 1024;

/**
 * Turns an uploaded file into an import on the author's table. Its pictures are stored first, by their content: where the process
 * ends in between, they lie unnamed and no import is there. The upload itself is not kept.
 */
export async function receiveFile(
  actor: Actor,
  { staged, name }: { staged: StagedFile; name: string },
  form: { importId: string; unitId: string; format: FormatName | '' },
): Promise<ReceivedFile> {
  try {
    const bytes = await readFile(staged.path);
    const file = await sourceOfFile(actor, bytes, { name, ...(form.format !== '' && { format: form.format }) });
    if (file.isEmpty) return { kind: 'refused', reason: 'nothing' };
    const stored = new Map<string, string>();
    for (const attached of file.attached) {
      const picture = await stageFile(chunksOf(attached.bytes), LARGEST_PICTURE);
      if (!picture) continue;
      const added = await addMedia(actor, { staged: picture, name: attached.name }, 'content');
      if (added.kind === 'added') stored.set(attached.name, added.media.id);
    }
    const { source, problems } = withStoredFiles(file, stored);
    const { format, fileFormat } = file;
    const { importId, unitId } = form;
    return {
      kind: 'staged',
      importId: await stageImport(actor, {
        importId,
        unitId,
        name,
        source,
        format,
        fileFormat,
        fileProblems: problems,
      }),
    };
  } catch (error) {
    if (error instanceof FileRefusal) return { kind: 'refused', reason: error.code };
    throw error;
  } finally {
    await dropStaged(staged);
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
