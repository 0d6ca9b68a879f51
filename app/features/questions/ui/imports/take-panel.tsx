import { useNavigation } from '@remix-run/react';
import { Fragment, useEffect } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { EntryStanding } from '../../core/imports/decisions.ts';
import { difficulties } from '../../core/question.ts';
import { en as bankEn } from '../../messages/en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as bankVi } from '../../messages/vi.ts';
import { indentedName } from '../indented-name.ts';
import { ToQuestion } from './to-question.tsx';

export type TakeRefusal = keyof (typeof vi)['refusals'];

export interface TakeFields {
  categoryId: string;
  newCategory: string;
  difficulty: string;
  tags: string;
}

type Props = {
  counts: Record<EntryStanding, number>;
  fields: TakeFields;
  categories: readonly { id: string; name: string; depth: number }[];
  refusal: TakeRefusal | null;
  /** The first question that an error keeps out, and the first that waits for a choice, from 0; -1 = none. */
  places: Readonly<Record<'broken' | 'near', number>>;
  onChange(fields: TakeFields): void;
  onGo(place: number): void;
};

/** Where the good questions go, and the one button that takes them all. */
export function TakePanel({ counts, fields, categories, refusal, places, onChange, onGo }: Props) {
  const words = useMessages(vi, en);
  const { difficulties: levels } = useMessages(bankVi, bankEn);
  const lang = useLang();
  const isBusy = useNavigation().formMethod === 'POST';
  const ready = counts.good + counts['new-version'];
  const set = (name: keyof TakeFields) => (event: { target: { value: string } }) =>
    onChange({ ...fields, [name]: event.target.value });
  const isCategory = refusal === 'no-category' || refusal === 'category-exists';
  // What keeps the questions out has the focus.
  const wanted = isCategory ? (categories.length > 0 ? 'categoryId' : 'newCategory') : null;
  useEffect(() => {
    if (wanted && !isBusy) document.getElementById(wanted)?.focus();
  }, [wanted, isBusy]);
  const number = (value: number) => formatNumber(lang, value);
  const notes = (['broken', 'near', 'left-out', 'new-version', 'taken'] as const).filter((kind) => counts[kind] > 0);
  const all = ready + counts.broken + counts.near + counts['left-out'];
  // What was left out waits for nothing any more.
  const isAllTaken = ready + counts.broken + counts.near === 0 && counts.taken > 0;
  const said = [
    ...(all > 0 ? [{ text: words.count(number(ready), number(all)), place: -1 }] : []),
    ...notes.map((kind) => ({
      text: words.counts[kind](number(counts[kind])),
      place: kind === 'broken' || kind === 'near' ? places[kind] : -1,
    })),
  ];
  return (
    <section aria-label={words.takeTitle} className="space-y-2 border-y border-line py-3">
      {refusal && !isCategory && <Notice kind="error" title={words.refusals[refusal]} live />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        {categories.length > 0 && (
          <Field
            id="categoryId"
            label={words.category}
            className="w-full sm:w-56"
            error={isCategory ? words.refusals[refusal] : null}
          >
            <Select
              name="categoryId"
              emptyLabel={words.categoryEmpty}
              value={fields.categoryId}
              onChange={set('categoryId')}
              options={categories.map((category) => ({ value: category.id, label: indentedName(category) }))}
            />
          </Field>
        )}
        {categories.length === 0 && <input type="hidden" name="categoryId" value="" />}
        {fields.categoryId === '' && (
          <Field
            id="newCategory"
            label={categories.length > 0 ? words.newCategory : words.newCategoryShort}
            className="w-full sm:w-56"
            error={categories.length === 0 && isCategory ? words.refusals[refusal] : null}
          >
            <TextInput name="newCategory" value={fields.newCategory} onChange={set('newCategory')} maxLength={120} />
          </Field>
        )}
        <Button type="submit" name="intent" value="take" look="primary" busy={isBusy} disabled={ready === 0}>
          {ready > 0 ? words.take(number(ready)) : isAllTaken ? words.takenAll : words.takeNone}
        </Button>
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 text-sm text-muted">
        <p role="status">
          {all === 0 && counts.taken === 0 && words.noneYet}
          {said.map(({ text, place }, at) => (
            <Fragment key={text}>
              {at > 0 && '; '}
              {place === -1 ? text : <ToQuestion place={place} text={text} onGo={onGo} />}
            </Fragment>
          ))}
          .
        </p>
        <details>
          <summary className="text-accent underline underline-offset-4">{words.moreFields}</summary>
          <div className="mt-2 flex flex-wrap gap-x-4 gap-y-3 text-base text-ink">
            <Field label={words.difficultyAll} className="w-full sm:w-52">
              <Select
                name="difficulty"
                value={fields.difficulty}
                onChange={set('difficulty')}
                options={difficulties.map((value) => ({ value, label: levels[value] }))}
              />
            </Field>
            <Field label={words.tags} className="w-full sm:w-44">
              <TextInput name="tags" value={fields.tags} onChange={set('tags')} placeholder={words.tagsHint} />
            </Field>
          </div>
        </details>
      </div>
    </section>
  );
}
