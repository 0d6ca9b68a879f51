import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { SaveRefusal } from '../save-answer.ts';

/** The bytes of all files of one answer at most. Our choice: two of the largest documents. */
export const MOST_ATTACHED_BYTES = 20 * 1024 * 1024;

export type AttachRefusal = SaveRefusal | 'no-files-here' | 'too-many-files' | 'too-many-bytes' | 'same-file';

interface Attached {
  readonly mediaId: string;
  readonly byteSize: number;
}

/** How many files an answer to the question may have; 0 for none. */
export const mostFilesOf = (body: QuestionBody): number => (body.type === 'essay' ? body.maxFiles : 0);

/** Whether one more file may be attached to an answer; null = yes. `file` null asks for the place alone, before it is sent. */
export function attachRefusal(
  body: QuestionBody,
  attached: readonly Attached[],
  file: Attached | null,
): AttachRefusal | null {
  const most = mostFilesOf(body);
  if (most === 0) return 'no-files-here';
  if (file && attached.some(({ mediaId }) => mediaId === file.mediaId)) return 'same-file';
  if (attached.length >= most) return 'too-many-files';
  const bytes = attached.reduce((sum, { byteSize }) => sum + byteSize, file?.byteSize ?? 0);
  return bytes > MOST_ATTACHED_BYTES ? 'too-many-bytes' : null;
}
