import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { type FormatName, formatNames } from '../../core/formats/read-question.ts';
import { en } from '../../messages/export-en.ts';
import { vi } from '../../messages/export-vi.ts';
import { en as importEn } from '../../messages/import-en.ts';
import { vi as importVi } from '../../messages/import-vi.ts';
import { indentedName } from '../indented-name.ts';

type Props = {
  categories: readonly { id: string; name: string; depth: number }[];
  /** What was asked for before it was refused. */
  asked?: { category: string; format: string };
};

// The one that most people open first, then those of other systems.
const order: readonly FormatName[] = ['docx', 'xlsx', 'text', 'gift', 'moodle-xml', 'qti', 'csv', 'aiken'];
export const exportFormats = order.filter((name) => formatNames.includes(name));

/** Chooses a category and a format; the file comes as a download, with JavaScript or without. */
export function ExportPanel({ categories, asked }: Props) {
  const words = useMessages(vi, en);
  const { formats } = useMessages(importVi, importEn);
  return (
    <form method="get" action="/author/question-export/file" className="space-y-4">
      <Field label={words.category}>
        <Select
          name="category"
          options={categories.map((category) => ({ value: category.id, label: indentedName(category) }))}
          defaultValue={asked?.category}
          required
        />
      </Field>
      <Field label={words.format} hint={words.keyNote}>
        <Select
          name="format"
          options={exportFormats.map((value) => ({ value, label: formats[value] }))}
          defaultValue={asked?.format ?? 'docx'}
        />
      </Field>
      <ChoiceRow type="checkbox" name="key" value="on" defaultChecked={!asked} label={words.withKey} />
      <Button type="submit" look="primary">
        {words.submit}
      </Button>
    </form>
  );
}
