import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { type DragEvent, useRef, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { classes } from '#app/ui/classes.ts';
import { controlClass } from '#app/ui/control-class.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, useFieldAria } from '#app/ui/field.tsx';
import { fileFormats } from '../../core/formats/file-formats.ts';
import { en as formatsEn } from '../../messages/import-en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as formatsVi } from '../../messages/import-vi.ts';
import { FormatField, type UnitChoice, UnitField } from './import-fields.tsx';

type Refused = keyof (typeof formatsVi)['refusals'];
export interface SendRefusal {
  field: 'file' | 'source';
  reason: keyof (typeof vi)['sendProblems'] | Refused;
}

type Props = { units: readonly UnitChoice[]; importId: string; refusal: SendRefusal | undefined };

/** Told before a minute of sending, where scripts run; the server holds to it in any case. */
const LARGEST = 30 * 1024 * 1024;
const endings = [...new Set(Object.values(fileFormats).flatMap(({ endings }) => endings))].map((one) => `.${one}`);

/** Sends a file of questions in: dropped on the field, it is read at once. */
export function UploadForm({ units, importId, refusal }: Props) {
  const words = useMessages(vi, en);
  const { refusals } = useMessages(formatsVi, formatsEn);
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const submit = useSubmit();
  // The other form of the page sends to an address of its own.
  const { formMethod, formAction = '' } = useNavigation();
  const isBusy = formMethod === 'POST' && !formAction.includes('from=text');
  const [isOver, setOver] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const said = { ...refusals, ...words.sendProblems };
  const ownRefusal = refusal?.field === 'file' ? said[refusal.reason] : undefined;
  const message = isTooLarge ? words.sendProblems['too-large'] : ownRefusal;
  const send = () => {
    const file = input.current?.files?.[0];
    setTooLarge(file !== undefined && file.size > LARGEST);
    if (file && file.size <= LARGEST) submit(form.current, { encType: 'multipart/form-data' });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    send();
  };
  return (
    <Form ref={form} method="post" encType="multipart/form-data" noValidate className="space-y-4">
      {message && <ErrorSummary title={words.refusedTitle} errors={[{ id: 'file', message }]} />}
      <input type="hidden" name="importId" value={importId} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the field within does the same by keyboard */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          'rounded border-2 border-dashed px-5 py-8 sm:px-8',
          isOver ? 'border-accent bg-accent-soft' : 'border-edge bg-surface',
        )}
      >
        <Field id="file" label={isOver ? words.dropNow : words.drop} hint={words.fileHint} error={message}>
          <FileInput inputRef={input} onChoose={send} />
        </Field>
        <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          <FormatField />
          <UnitField units={units} />
          <Button type="submit" look="primary" busy={isBusy}>
            {isBusy ? words.reading : words.read}
          </Button>
        </div>
      </div>
    </Form>
  );
}

function FileInput({ inputRef, onChoose }: { inputRef: React.RefObject<HTMLInputElement>; onChoose: () => void }) {
  return (
    <input
      ref={inputRef}
      type="file"
      name="file"
      onChange={onChoose}
      accept={endings.join(',')}
      {...useFieldAria()}
      className={controlClass('w-full')}
    />
  );
}
