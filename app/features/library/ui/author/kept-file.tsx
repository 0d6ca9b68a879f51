import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { ItemValues } from './item-form.tsx';

type Props = { values: ItemValues; error: string | undefined; accepted: string; hint: string };

/** The file of a thing: the one that is kept already, which another choice replaces, or none yet. */
export function KeptFile({ values, error, accepted, hint }: Props) {
  const { fields: words } = useMessages(vi, en);
  const { mediaId, fileName } = values;
  return (
    <div className="space-y-3">
      {mediaId && (
        <div className="border border-line bg-sunken px-4 py-3">
          <input type="hidden" name="mediaId" value={mediaId} />
          <input type="hidden" name="fileName" value={fileName} />
          <p className="break-words">
            {words.fileKept(fileName || mediaId.slice(0, 8))}{' '}
            <a href={`/media/${mediaId}`} target="_blank" rel="noreferrer">
              {words.fileOpen}
            </a>
          </p>
          <label className="mt-1 flex min-h-[2.75rem] cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name="dropFile"
              value="yes"
              defaultChecked={values.dropFile === 'yes'}
              className="h-5 w-5 accent-accent"
            />
            {words.fileDrop}
          </label>
        </div>
      )}
      <Field id="mediaId" label={mediaId ? words.fileReplace : words.mediaId} hint={hint} error={error}>
        <TextInput type="file" name="file" accept={accepted} />
      </Field>
    </div>
  );
}
