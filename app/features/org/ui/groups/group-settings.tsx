import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { GroupProblem } from '../../core/group.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';

/** The name of a group, and its end. */
export function GroupSettings({ name, problem }: { name: string; problem: GroupProblem | null }) {
  const words = useMessages(vi, en).groups;
  return (
    <>
      <Section title={words.rename}>
        <Form method="post" noValidate className="flex flex-wrap items-end gap-4">
          <Field
            id="name"
            label={words.name}
            error={problem ? words.problems[problem] : undefined}
            className="w-full sm:w-80"
          >
            <TextInput name="name" maxLength={120} autoComplete="off" defaultValue={name} />
          </Field>
          <Button type="submit" name="intent" value="rename">
            {words.rename}
          </Button>
        </Form>
      </Section>
      <Section title={words.close} lead={words.closeText}>
        <Form method="post">
          <Button type="submit" name="intent" value="close" look="danger">
            {words.close}
          </Button>
        </Form>
      </Section>
    </>
  );
}
