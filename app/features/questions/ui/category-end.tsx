import { Form } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/page.tsx';
import { Select } from '#app/ui/select.tsx';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';
import type { CategoryEditor } from '../queries/categories-page.server.ts';

type Props = {
  editor: CategoryEditor;
  refused?: 'other-unit' | 'below-itself' | 'drawn-from' | 'too-deep' | 'same-names' | 'missing';
};

/** The two ways in which a category ends: its contents go to another one, or it is empty and goes. */
export function CategoryEnd({ editor: { uses, others }, refused }: Props) {
  const { categories: words } = useMessages(vi, en);
  const lang = useLang();
  const count = (value: number) => formatNumber(lang, value);
  const isEmpty = uses.questions + uses.slots + uses.below === 0;
  return (
    <>
      {others.length > 0 && (
        <Section title={words.merge} lead={words.mergeLead}>
          <Form method="post" className="space-y-4">
            <Field id="toId" label={words.mergeInto} error={refused && words.refusals[refused]}>
              <Select
                name="toId"
                emptyLabel={words.chooseMerge}
                options={others.map(({ id, path }) => ({ value: id, label: path.join(' / ') }))}
              />
            </Field>
            <Button type="submit" name="intent" value="merge">
              {words.mergeButton}
            </Button>
          </Form>
        </Section>
      )}
      <Section title={words.delete}>
        {isEmpty ? (
          <Form method="post" className="space-y-3">
            <p>{words.deleteLead}</p>
            <Button type="submit" name="intent" value="delete" look="danger">
              {words.delete}
            </Button>
          </Form>
        ) : (
          <p className="text-muted">{words.notEmpty(count(uses.questions), count(uses.below), count(uses.slots))}</p>
        )}
      </Section>
    </>
  );
}
