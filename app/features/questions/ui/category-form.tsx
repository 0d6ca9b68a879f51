import { Form, useNavigation } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { reviewPolicies } from '../core/review.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { type FormProblem, useQuestionProblems } from './question-problem-words.ts';

export interface CategoryValues {
  name: string;
  unitId: string;
  parentId: string;
  review: string;
}

type Props = {
  /** Where it could stand; `label` tells the whole path. */
  parents: readonly { id: string; label: string }[];
  /** Of a new category: the units to whose bank it may be added. */
  units?: readonly { id: string; name: string }[];
  values?: CategoryValues;
  problems?: FormProblem[];
  submitLabel: string;
};

/** A category: its name, where it stands in the tree, and what it asks of its questions. */
export function CategoryForm({ parents, units = [], values, problems: found, submitLabel }: Props) {
  const { categories: words } = useMessages(vi, en);
  const { categories: bank, policies, policyHints } = useMessages(bankVi, bankEn);
  const problems = useQuestionProblems(found);
  const isBusy = useNavigation().formMethod === 'POST';
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={problems.title} errors={problems.summary} />
      <Field id="name" label={words.name} error={problems.of('name')}>
        <TextInput name="name" defaultValue={values?.name} />
      </Field>
      <Field id="parentId" label={bank.parent} error={problems.of('parentId')}>
        <Select
          name="parentId"
          emptyLabel={bank.top}
          options={parents.map(({ id, label }) => ({ value: id, label }))}
          defaultValue={values?.parentId}
        />
      </Field>
      {units.length > 1 && (
        <Field id="unitId" label={words.unit} error={problems.of('unitId')}>
          <Select
            name="unitId"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={values?.unitId}
          />
        </Field>
      )}
      <ChoiceGroup
        id="review"
        type="radio"
        name="review"
        label={bank.review}
        defaultValue={values?.review || 'none'}
        options={reviewPolicies.map((value) => ({ value, label: policies[value], hint: policyHints[value] }))}
      />
      <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
        {submitLabel}
      </Button>
    </Form>
  );
}
