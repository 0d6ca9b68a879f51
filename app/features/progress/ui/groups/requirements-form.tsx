import { Form, useNavigation } from '@remix-run/react';
import type { GroupRequirements } from '#app/features/org/core/groups/requirements.ts';
import { memberships, personnelClasses, unitKinds } from '#app/features/org/core/person.ts';
import { en as orgEn } from '#app/features/org/messages/en.ts';
import { en } from '#app/features/org/messages/groups-en.ts';
import { vi } from '#app/features/org/messages/groups-vi.ts';
import { vi as orgVi } from '#app/features/org/messages/vi.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';

export type RequirementProblem = keyof (typeof vi)['problems'];
export interface RefusedRequirements {
  problems: Record<string, RequirementProblem>;
  purpose: string;
  required: GroupRequirements;
}

type Props = {
  purpose: string;
  required: GroupRequirements;
  courses: readonly { id: string; title: string }[];
  refused?: RefusedRequirements;
};

/** Everything that may be required of a group on one form; three empty rows wait for more rules. */
export function RequirementsForm({ courses, refused, ...stored }: Props) {
  const words = useMessages(vi, en);
  const org = useMessages(orgVi, orgEn);
  const isBusy = useNavigation().state === 'submitting';
  const { purpose, required } = refused ?? stored;
  const problemAt = (id: string) => {
    const problem = refused?.problems[id];
    return problem && words.problems[problem];
  };
  const rules = [...required.composition, null, null, null];
  const options = [
    ...personnelClasses.map((value) => ({ value: `class:${value}`, label: org.personnelClasses[value] })),
    ...memberships.map((value) => ({ value: `membership:${value}`, label: org.memberships[value] })),
    { value: 'position', label: words.positionOption },
  ];
  const errors = Object.entries(refused?.problems ?? {}).map(([id, problem]) => ({
    id,
    message: words.problems[problem],
  }));
  return (
    <Section id="edit" title={words.edit}>
      <Form method="post" noValidate className="space-y-6">
        {errors.length > 0 && <ErrorSummary title={words.problemsTitle} errors={errors} />}
        <Field id="purpose" label={words.purpose} hint={words.purposeHint} error={problemAt('purpose')}>
          <Textarea name="purpose" rows={2} maxLength={1000} defaultValue={purpose} />
        </Field>
        <Field id="count" label={words.countLabel} hint={words.countHint} error={problemAt('count')}>
          <TextInput name="count" width="number" inputMode="numeric" defaultValue={required.count ?? ''} />
        </Field>
        <fieldset className="space-y-3">
          <legend className="font-semibold">{words.composition}</legend>
          <p className="text-sm text-muted">{words.compositionHint}</p>
          {rules.map((rule, at) => (
            <div key={at} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line pb-3">
              <Field id={`what-${at}`} label={words.what} className="w-full sm:w-72">
                <Select
                  name="what[]"
                  emptyLabel={words.nothing}
                  defaultValue={
                    rule === null ? '' : rule.field === 'position' ? 'position' : `${rule.field}:${rule.value}`
                  }
                  options={options}
                />
              </Field>
              <Field
                id={`position-${at}`}
                label={words.position}
                error={problemAt(`position-${at}`)}
                className="w-full sm:w-56"
              >
                <TextInput
                  name="position[]"
                  maxLength={200}
                  defaultValue={rule?.field === 'position' ? rule.value : ''}
                />
              </Field>
              <Field id={`least-${at}`} label={words.least} error={problemAt(`least-${at}`)}>
                <TextInput name="least[]" width="number" inputMode="numeric" defaultValue={rule?.least ?? ''} />
              </Field>
            </div>
          ))}
        </fieldset>
        <fieldset className="space-y-1.5">
          <legend className="mb-1 font-semibold">{words.courses}</legend>
          {courses.length === 0 && <p className="text-muted">{words.noCourses}</p>}
          {courses.map(({ id, title }) => (
            <label key={id} className="flex min-h-[2.5rem] items-center gap-3">
              <input
                type="checkbox"
                name="courseId[]"
                value={id}
                defaultChecked={required.courseIds.includes(id)}
                className="h-5 w-5 accent-current"
              />
              {title}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend className="mb-1 font-semibold">{words.perUnitLabel}</legend>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <Field id="unitKind" label={words.unitKind} className="w-full sm:w-52">
              <Select
                name="unitKind"
                emptyLabel={words.nothing}
                defaultValue={required.perUnit?.kind ?? ''}
                options={unitKinds.map((kind) => ({ value: kind, label: org.kinds[kind] }))}
              />
            </Field>
            <Field id="unitLeast" label={words.unitLeast} error={problemAt('unitLeast')}>
              <TextInput
                name="unitLeast"
                width="number"
                inputMode="numeric"
                defaultValue={required.perUnit?.least ?? ''}
              />
            </Field>
          </div>
        </fieldset>
        <Button type="submit" look="primary" busy={isBusy}>
          {words.save}
        </Button>
      </Form>
    </Section>
  );
}
