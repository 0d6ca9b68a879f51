import { Form } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { difficulties } from '../core/question.ts';
import { questionTypeNames } from '../core/question-types.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

export interface QuestionFilterValues {
  q: string;
  category: string;
  type: string;
  difficulty: string;
  archived: string;
}

type Props = { values: QuestionFilterValues; categories: readonly { id: string; name: string }[]; isFiltered: boolean };

/** Search and filters of the bank; they stand in the address, so that a list can be kept and sent. */
export function QuestionFilterForm({ values, categories, isFiltered }: Props) {
  const { list: words, types, difficulties: levels } = useMessages(vi, en);
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
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={values.category}
          />
        </Field>
        <Field label={words.type}>
          <Select
            name="type"
            emptyLabel={words.all}
            options={questionTypeNames.map((value) => ({ value, label: types[value] }))}
            defaultValue={values.type}
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
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" icon={SearchIcon}>
          {words.apply}
        </Button>
        <label className="flex min-h-[2.75rem] cursor-pointer items-center gap-2">
          <input
            type="checkbox"
            name="archived"
            value="yes"
            defaultChecked={values.archived === 'yes'}
            className="h-5 w-5 accent-accent"
          />
          {words.archived}
        </label>
        {isFiltered && (
          <LinkButton to="/author/questions" look="quiet">
            {words.clear}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
