import { Form, useSubmit } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { PackagePreview } from '../queries/package-preview.server.ts';

type Props = Pick<PackagePreview, 'units' | 'wish' | 'ownerName' | 'plan'>;

/** Which unit gets the course and whether learners see it at once; the plan follows what is chosen. */
export function ImportChoices({ units, wish, ownerName, plan }: Props) {
  const words = useMessages(vi, en).preview;
  const submit = useSubmit();
  const isNew = plan.course.kind === 'new';
  return (
    <Form
      method="get"
      className="space-y-6"
      preventScrollReset
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true, replace: true })}
    >
      {isNew && units.length > 1 && (
        <Field id="unitId" label={words.unit}>
          <Select
            name="unitId"
            defaultValue={wish.unitId}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      {(!isNew || units.length === 1) && ownerName && (
        <DefinitionList items={[{ term: isNew ? words.unit : words.unitKnown, value: ownerName }]} />
      )}
      <ChoiceGroup
        type="radio"
        name="as"
        label={words.as}
        defaultValue={wish.as}
        options={[
          { value: 'draft', label: words.asDraft, hint: words.asDraftHint },
          { value: 'published', label: words.asPublished, hint: words.asPublishedHint },
        ]}
      />
      <noscript>
        <Button>{words.look}</Button>
      </noscript>
    </Form>
  );
}
