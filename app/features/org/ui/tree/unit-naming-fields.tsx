import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { unitKinds } from '../../core/person.ts';
import type { UnitFieldProblems } from '../../core/tree/unit-edit.ts';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/tree-en.ts';
import { vi } from '../../messages/tree-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';

export type TypedNaming = { name: string; shortName: string; kind: string };

/** What a unit is called, with what is wrong beside each field. */
export function UnitNamingFields({ typed, problems }: { typed: TypedNaming; problems: UnitFieldProblems }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  return (
    <>
      <Field
        id="name"
        label={words.field.name}
        hint={words.nameHint}
        error={problems.name && words.problems.name[problems.name]}
      >
        <TextInput name="name" maxLength={200} autoComplete="off" defaultValue={typed.name} />
      </Field>
      <Field
        id="shortName"
        label={words.field.shortName}
        hint={words.shortNameHint}
        error={problems.shortName && words.problems.shortName[problems.shortName]}
      >
        <TextInput
          name="shortName"
          maxLength={40}
          width="half"
          autoComplete="off"
          defaultValue={typed.shortName === typed.name ? '' : typed.shortName}
        />
      </Field>
      <Field id="kind" label={words.field.kind} error={problems.kind && words.problems.kind[problems.kind]}>
        <Select
          name="kind"
          width="half"
          emptyLabel={words.chooseKind}
          defaultValue={typed.kind}
          options={unitKinds.map((kind) => ({ value: kind, label: org.kinds[kind] }))}
        />
      </Field>
    </>
  );
}

/** The same problems for the summary on top. */
export function useNamingErrors(problems: UnitFieldProblems) {
  const words = useMessages(vi, en);
  return (['name', 'shortName', 'kind'] as const).flatMap((id) => {
    const problem = problems[id];
    return problem ? [{ id, message: words.problems[id][problem] }] : [];
  });
}
