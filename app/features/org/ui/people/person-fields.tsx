import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { PersonField, PersonProblem, PersonProblems, TypedPerson } from '../../core/people/person-edit.ts';
import { memberships, personnelClasses } from '../../core/person.ts';
import { ranksBySeniority } from '../../core/rank.ts';
import { en as orgEn } from '../../messages/en.ts';
import { en } from '../../messages/people-en.ts';
import { vi } from '../../messages/people-vi.ts';
import { vi as orgVi } from '../../messages/vi.ts';

export const emptyPerson: TypedPerson = {
  ...{ fullName: '', number: '', bornOn: '', rank: '', position: '' },
  ...{ personnelClass: '', membership: '' },
};

/** Everything that is kept of a person and may be typed, with what is wrong beside each field. */
export function PersonFields({ typed, problems }: { typed: TypedPerson; problems: PersonProblems }) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const say = useProblemWords();
  const error = (field: PersonField) => problems[field] && say(field, problems[field]);
  return (
    <>
      <Field id="fullName" label={words.field.fullName} error={error('fullName')}>
        <TextInput name="fullName" maxLength={120} autoComplete="off" defaultValue={typed.fullName} />
      </Field>
      <Field id="number" label={words.field.number} hint={words.hint.number} error={error('number')}>
        <TextInput name="number" maxLength={40} width="half" autoComplete="off" defaultValue={typed.number} />
      </Field>
      <Field id="bornOn" label={words.field.bornOn} error={error('bornOn')}>
        <TextInput name="bornOn" type="date" width="short" defaultValue={typed.bornOn} />
      </Field>
      <Field id="rank" label={words.field.rank} hint={words.hint.rank} error={error('rank')}>
        <TextInput name="rank" maxLength={60} width="half" list="ranks" autoComplete="off" defaultValue={typed.rank} />
        <datalist id="ranks">
          {ranksBySeniority.map((rank) => (
            <option key={rank} value={rank} />
          ))}
        </datalist>
      </Field>
      <Field id="position" label={words.field.position} error={error('position')}>
        <TextInput name="position" maxLength={160} autoComplete="off" defaultValue={typed.position} />
      </Field>
      <Field id="personnelClass" label={words.field.personnelClass} error={error('personnelClass')}>
        <Select
          name="personnelClass"
          width="half"
          emptyLabel={words.choose}
          defaultValue={typed.personnelClass}
          options={personnelClasses.map((value) => ({ value, label: org.personnelClasses[value] }))}
        />
      </Field>
      <Field id="membership" label={words.field.membership} error={error('membership')}>
        <Select
          name="membership"
          width="half"
          emptyLabel={words.choose}
          defaultValue={typed.membership}
          options={memberships.map((value) => ({ value, label: org.memberships[value] }))}
        />
      </Field>
    </>
  );
}

function useProblemWords() {
  const { problems } = useMessages(vi, en);
  return (field: PersonField, problem: PersonProblem): string => {
    const known: Partial<Record<PersonProblem, string>> = problems[field];
    return known[problem] ?? problems.unknown;
  };
}

/** The same problems for the summary on top, in the order of the fields. */
export function usePersonErrors(problems: PersonProblems): SummaryError[] {
  const say = useProblemWords();
  return (Object.keys(emptyPerson) as PersonField[]).flatMap((id) => {
    const problem = problems[id];
    return problem ? [{ id, message: say(id, problem) }] : [];
  });
}
