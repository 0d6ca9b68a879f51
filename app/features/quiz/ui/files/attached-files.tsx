import { Form } from '@remix-run/react';
import type { UploadProblem } from '#app/features/media/core/media-answer.ts';
import { largestOf } from '#app/features/media/core/media-type.ts';
import { en as mediaEn } from '#app/features/media/messages/en.ts';
import { vi as mediaVi } from '#app/features/media/messages/vi.ts';
import { sizeWords, uploadProblemWords } from '#app/features/media/ui/problem-words.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { type AttachRefusal, MOST_ATTACHED_BYTES } from '../../core/files/attach.ts';
import { en } from '../../messages/files-en.ts';
import { vi } from '../../messages/files-vi.ts';
import type { AttachmentDesk } from '../../queries/files/attachment-desk.server.ts';

/** What the last press of a button came to. */
export type FilesAnswer =
  | { kind: 'attached' | 'removed' }
  | { kind: 'refused'; reason: AttachRefusal }
  | { kind: 'bad-file'; problem: UploadProblem; largest?: number };

const accepted = 'application/pdf,.docx,image/png,image/jpeg,image/webp,image/gif';

/** The files of one answer: seen, added, taken off. Plain forms, so that it works on any machine. */
export function AttachedFiles({ desk, answer }: { desk: AttachmentDesk; answer?: FilesAnswer }) {
  const words = useMessages(vi, en);
  const media = useMessages(mediaVi, mediaEn);
  const lang = useLang();
  const { attemptId, files, maxFiles, refusal } = desk;
  const size = (bytes: number) => sizeWords(bytes, media, lang);
  const isOpen = refusal === null || refusal === 'too-many-files' || refusal === 'too-many-bytes';
  return (
    <div className="max-w-form space-y-6">
      {answer?.kind === 'attached' && <Notice kind="success" title={words.attached} live />}
      {answer?.kind === 'removed' && <Notice kind="success" title={words.removed} live />}
      {answer?.kind === 'refused' && (
        <Notice kind="error" title={words.refused} live>
          {reasonWords(answer.reason, words.reasons)}
        </Notice>
      )}
      <p className="font-semibold">
        {files.length > 0 ? words.have(String(files.length), String(maxFiles)) : words.none}
      </p>
      {files.length > 0 && (
        <ul className="border-t border-line">
          {files.map(({ id, name, byteSize }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2">
              <a href={`/attempts/${attemptId}/files/${id}`} className="min-w-0 break-words">
                {name} <span className="tabular text-sm text-muted">({size(byteSize)})</span>
              </a>
              {isOpen && (
                <Form method="post" encType="multipart/form-data">
                  <input type="hidden" name="remove" value={id} />
                  <Button type="submit" size="small" aria-label={words.removeOf(name)}>
                    {words.remove}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {refusal === null ? (
        <Form method="post" encType="multipart/form-data" className="space-y-4" key={files.length}>
          <Field
            id="file"
            label={words.file}
            hint={words.fileHint(size(largestOf.document), size(largestOf.picture), size(MOST_ATTACHED_BYTES))}
            error={answer?.kind === 'bad-file' ? uploadProblemWords(answer, media, lang) : undefined}
          >
            <TextInput type="file" name="file" accept={accepted} />
          </Field>
          <Button type="submit" look="primary">
            {words.upload}
          </Button>
        </Form>
      ) : (
        answer?.kind !== 'refused' && <Notice title={reasonWords(refusal, words.reasons)} />
      )}
      <LinkButton to={`/attempts/${attemptId}`}>{words.back}</LinkButton>
    </div>
  );
}

function reasonWords(reason: AttachRefusal, words: (typeof vi)['reasons']): string {
  return reason in words ? words[reason as keyof typeof words] : words.closed;
}
