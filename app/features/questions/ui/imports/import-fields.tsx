import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { type FormatName, formatNames } from '../../core/formats/read-question.ts';
import { en as formatsEn } from '../../messages/import-en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as formatsVi } from '../../messages/import-vi.ts';

export type UnitChoice = { id: string; name: string };

/** The format of a file or a text: recognised, unless it is named here. */
export function FormatField({ formats: offered = formatNames }: { formats?: readonly FormatName[] }) {
  const words = useMessages(vi, en);
  const { formats } = useMessages(formatsVi, formatsEn);
  return (
    <Field label={words.format} className="w-full sm:w-60">
      <Select
        name="format"
        emptyLabel={words.formatAuto}
        options={offered.map((value) => ({ value, label: formats[value] }))}
      />
    </Field>
  );
}

/** Whose bank it is for; asked only where there are several. */
export function UnitField({ units }: { units: readonly UnitChoice[] }) {
  const words = useMessages(vi, en);
  if (units.length < 2) return null;
  return (
    <Field label={words.unit} className="w-full sm:w-60">
      <Select name="unitId" options={units.map(({ id, name }) => ({ value: id, label: name }))} />
    </Field>
  );
}
