import { Form, useNavigation } from '@remix-run/react';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { largestPackage, packageEnding } from '../core/course-package.ts';
import type { PackageRefusalCode } from '../core/package-refusal.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { fileSize } from './file-size.ts';

/** Why a file was not taken, as it comes over the line. */
export interface ShownRefusal {
  code: PackageRefusalCode | 'no-file';
  file: string;
  place: string;
}

/** Sends a package to be looked at. */
export function UploadForm({ refusal }: { refusal: ShownRefusal | undefined }) {
  const all = useMessages(vi, en);
  const words = all.import;
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const message = refusal && (refusal.code === 'no-file' ? words.noFile : all.refusals[refusal.code]);
  const where = refusal ? all.refusalAt(refusal.file, refusal.place) : '';
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-6">
      <ErrorSummary
        title={refusal?.code === 'no-file' ? words.errorsTitle : words.refusedTitle}
        errors={message ? [{ id: 'file', message }] : []}
      />
      <Field
        id="file"
        label={words.file}
        hint={words.fileHint(fileSize(lang, largestPackage))}
        error={message && [message, where].filter(Boolean).join(' ')}
      >
        <TextInput type="file" name="file" accept={`.zip,.${packageEnding}`} />
      </Field>
      {refusal && <p className="text-muted">{words.nothingWritten}</p>}
      <Button look="primary" busy={isBusy}>
        {isBusy ? words.reading : words.button}
      </Button>
    </Form>
  );
}
