import { en as questionsEn } from '#app/features/questions/messages/en.ts';
import { vi as questionsVi } from '#app/features/questions/messages/vi.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon, SearchIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuestionChoice } from '../../queries/author-quiz.server.ts';

export interface QuestionSearch {
  search: string;
  category: string;
  choices: QuestionChoice[];
  total: number;
}

type Props = { categories: readonly { id: string; path: string[] }[]; found?: QuestionSearch; isBusy: boolean };

/** Finds questions of the bank and puts the ticked ones into fixed slots. Both buttons send the quiz's form as typed. */
export function QuestionPicker({ categories, found, isBusy }: Props) {
  const { slots: words } = useMessages(vi, en);
  const { types, difficulties } = useMessages(questionsVi, questionsEn);
  const lang = useLang();
  return (
    <fieldset id="pick" className="min-w-0 bg-sunken p-4 sm:p-5">
      <legend className="float-left mb-3 w-full text-lg">{words.pickTitle}</legend>
      <div className="clear-both grid items-end gap-x-4 gap-y-3 sm:grid-cols-[2fr_1fr_auto]">
        <Field label={words.search}>
          <TextInput
            name="pick.search"
            type="search"
            placeholder={words.searchHint}
            defaultValue={found?.search}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter means the search here, not the form's own button.
              event.preventDefault();
              event.currentTarget.form?.querySelector<HTMLElement>('button[value="search"]')?.click();
            }}
          />
        </Field>
        <Field label={words.inCategory}>
          <Select
            name="pick.category"
            emptyLabel={words.allCategories}
            options={categories.map(({ id, path }) => ({ value: id, label: path.join(' / ') }))}
            defaultValue={found?.category}
          />
        </Field>
        <Button type="submit" name="intent" value="search" formNoValidate icon={SearchIcon} busy={isBusy}>
          {words.find}
        </Button>
      </div>
      {found && (
        <div className="mt-4" role="status">
          {found.choices.length === 0 ? (
            <p>{words.noneFound}</p>
          ) : (
            <p className="text-sm text-muted">
              {words.found(formatNumber(lang, found.choices.length), formatNumber(lang, found.total))}
            </p>
          )}
        </div>
      )}
      {found && found.choices.length > 0 && (
        <fieldset className="min-w-0">
          <legend className="sr-only">{words.choose}</legend>
          <div className="mt-2 flex max-h-[28rem] flex-col gap-2 overflow-y-auto">
            {found.choices.map((choice) => (
              <ChoiceRow
                key={choice.id}
                type="checkbox"
                name="pick.ids[]"
                value={choice.id}
                label={choice.stem}
                hint={`${types[choice.type]} · ${difficulties[choice.difficulty]} · ${choice.categoryName} · ${choice.code}`}
              />
            ))}
          </div>
          <Button
            type="submit"
            name="intent"
            value="slots.pick"
            formNoValidate
            icon={PlusIcon}
            size="small"
            className="mt-3"
            busy={isBusy}
          >
            {words.pick}
          </Button>
        </fieldset>
      )}
    </fieldset>
  );
}
