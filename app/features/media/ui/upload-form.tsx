import { Form, Link } from '@remix-run/react';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { MediaAnswer } from '../core/media-answer.ts';
import { largestOf } from '../core/media-type.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { sizeWords, uploadProblemWords } from './problem-words.ts';

/** The types that the browser's file picker offers. */
export const acceptedContent =
  'image/png,image/jpeg,image/webp,image/gif,audio/mpeg,audio/ogg,audio/mp4,audio/wav,.m4a,video/mp4,video/webm,application/pdf,.docx';

/** Uploads a file by a plain form and hands out the text to paste: what works without scripts. `html` shows it. */
export function UploadForm({ answer, html }: { answer?: MediaAnswer; html?: string }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (answer?.kind === 'added') {
    return (
      <div className="max-w-form space-y-6">
        <Notice kind="success" title={words.done} live />
        <Field label={words.paste}>
          <TextInput
            readOnly
            value={answer.text}
            className="font-mono text-sm"
            onFocus={(event) => event.target.select()}
          />
        </Field>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by platform/documents/markdown */}
        {html && <div dangerouslySetInnerHTML={{ __html: html }} />}
        <Link to="/media">{words.another}</Link>
      </div>
    );
  }
  const problemOf = (field: 'file' | 'alt') =>
    answer?.kind === 'refused' && answer.field === field ? uploadProblemWords(answer, words, lang) : undefined;
  const limit = (kind: 'picture' | 'sound') => sizeWords(largestOf[kind], words, lang);
  return (
    <Form method="post" encType="multipart/form-data" className="max-w-form space-y-6" reloadDocument>
      <Field id="alt" label={words.alt} hint={words.altHint} error={problemOf('alt')}>
        <TextInput name="alt" maxLength={300} />
      </Field>
      <Field
        id="file"
        label={words.file}
        hint={words.fileHint(limit('picture'), limit('sound'))}
        error={problemOf('file')}
      >
        <TextInput type="file" name="file" accept={acceptedContent} />
      </Field>
      <Button type="submit" look="primary">
        {words.upload}
      </Button>
    </Form>
  );
}
