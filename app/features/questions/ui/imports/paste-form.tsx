import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { sourceFormats } from '../../core/imports/source-formats.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { FormatField, type UnitChoice, UnitField } from './import-fields.tsx';
import type { SendRefusal } from './upload-form.tsx';

type Props = {
  units: readonly UnitChoice[];
  importId: string;
  refusal: SendRefusal | undefined;
  /** What was typed before it was refused. */
  source: string;
};

/** Takes a pasted text in. */
export function PasteForm({ units, importId, refusal, source }: Props) {
  const words = useMessages(vi, en);
  const isBusy = useNavigation().formAction?.includes('from=text') ?? false;
  const reasons: Partial<Record<SendRefusal['reason'], string>> = words.sendProblems;
  const message = refusal?.field === 'source' ? reasons[refusal.reason] : undefined;
  return (
    <Form
      method="post"
      action="/author/imports?from=text"
      encType="multipart/form-data"
      noValidate
      className="max-w-reading space-y-4"
    >
      {message && <ErrorSummary title={words.refusedTitle} errors={[{ id: 'source', message }]} />}
      <input type="hidden" name="importId" value={importId} />
      <Field id="source" label={words.paste} hint={words.pasteHint} error={message} className="max-w-none">
        <Textarea name="source" rows={5} defaultValue={source} placeholder={words.pasteExample} />
      </Field>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <FormatField formats={sourceFormats} />
        <UnitField units={units} />
        <Button type="submit" busy={isBusy}>
          {words.readPasted}
        </Button>
      </div>
    </Form>
  );
}
