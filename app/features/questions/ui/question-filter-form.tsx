import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { difficulties } from '../core/question.ts';
import { questionTypeNames } from '../core/question-types.ts';
import { standings } from '../core/review.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionListValues } from '../schema.bank.ts';
import { indentedName } from './indented-name.ts';

type Props = {
  values: QuestionListValues;
  categories: readonly { id: string; name: string; depth: number }[];
  isFiltered: boolean;
};

/** Search and filters of the bank; they stand in the address, so that a list can be kept and sent. */
export function QuestionFilterForm({ values, categories, isFiltered }: Props) {
  const { list: words, types, difficulties: levels } = useMessages(vi, en);
  const bank = useMessages(bankVi, bankEn);
  const more = (['archived', 'nosource', 'flagged', 'mine'] as const).filter((name) => values[name] === 'yes');
  const checks = {
    mine: bank.list.mine,
    nosource: bank.list.noSource,
    flagged: bank.list.flagged,
    archived: words.archived,
  };
  return (
    <Form method="get" className="screen-only" key={JSON.stringify(values)}>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 md:grid-cols-[2fr_1.5fr_1fr_1fr]">
        <Field label={words.search}>
          <TextInput name="q" type="search" defaultValue={values.q} placeholder={words.searchHint} />
        </Field>
        <Field label={words.category}>
          <Select
            name="category"
            emptyLabel={words.all}
            options={categories.map((category) => ({ value: category.id, label: indentedName(category) }))}
            defaultValue={values.category}
          />
        </Field>
        <Field label={bank.list.standing}>
          <Select
            name="standing"
            emptyLabel={words.all}
            options={[
              { value: 'waiting', label: bank.list.waiting },
              ...standings.map((value) => ({ value, label: bank.standings[value] })),
            ]}
            defaultValue={values.standing}
          />
        </Field>
        <Field label={words.difficulty}>
          <Select
            name="difficulty"
            emptyLabel={words.all}
            options={difficulties.map((value) => ({ value, label: levels[value] }))}
            defaultValue={values.difficulty}
          />
        </Field>
      </div>
      <div className="mt-2">
        <Disclosure title={bank.list.more} isOpen={more.length > 0 || values.tag !== '' || values.type !== ''}>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            <Field label={words.type}>
              <Select
                name="type"
                emptyLabel={words.all}
                options={questionTypeNames.map((value) => ({ value, label: types[value] }))}
                defaultValue={values.type}
              />
            </Field>
            <Field label={bank.list.tag}>
              <TextInput name="tag" defaultValue={values.tag} />
            </Field>
          </div>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {(Object.keys(checks) as (keyof typeof checks)[]).map((name) => (
              <label key={name} className="flex min-h-[2.75rem] cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  name={name}
                  value="yes"
                  defaultChecked={values[name] === 'yes'}
                  className="h-5 w-5 accent-accent"
                />
                {checks[name]}
              </label>
            ))}
          </div>
        </Disclosure>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" icon={SearchIcon}>
          {words.apply}
        </Button>
        {isFiltered && (
          <LinkButton to="/author/questions?clear=yes" look="quiet">
            {words.clear}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
