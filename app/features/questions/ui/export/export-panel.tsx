import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceGroup, ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { Select } from '#app/ui/select.tsx';
import { type FormatName, formatNames } from '../../core/formats/read-question.ts';
import { en } from '../../messages/export-en.ts';
import { vi } from '../../messages/export-vi.ts';
import { en as importEn } from '../../messages/import-en.ts';
import { vi as importVi } from '../../messages/import-vi.ts';
import type { FormatLosses } from '../../queries/formats/export-questions.server.ts';
import type { ExportAsked } from '../../schema.export.ts';
import { indentedName } from '../indented-name.ts';

type Props = {
  categories: readonly { id: string; name: string; depth: number }[];
  /** Which questions: null where none were named yet. */
  asked: ExportAsked | null;
  /** What each format would not say of them. */
  told: { count: number; losses: readonly FormatLosses[] } | null;
  format: FormatName;
  hasKey: boolean;
};

// The one that most people open first, then those of other systems.
const order: readonly FormatName[] = ['docx', 'xlsx', 'text', 'gift', 'moodle-xml', 'qti', 'csv', 'aiken'];
export const exportFormats = order.filter((name) => formatNames.includes(name));

/** Chooses questions and a format, told beforehand what it does not hold; the file comes as a download, with JavaScript or without. */
export function ExportPanel({ categories, asked, told, format, hasKey }: Props) {
  const words = useMessages(vi, en);
  const { formats } = useMessages(importVi, importEn);
  const lang = useLang();
  const lossesOf = useLosses();
  const toldOf = told && told.losses.length > 1 ? words.toldOf : words.toldOne;
  const isCategory = asked === null || asked.which === 'category';
  return (
    <form method="get" action="/author/question-export/file" className="max-w-form space-y-6">
      {isCategory ? (
        <Field label={words.category}>
          <Select
            name="category"
            options={categories.map((category) => ({ value: category.id, label: indentedName(category) }))}
            defaultValue={asked?.which === 'category' ? asked.category : undefined}
            required
          />
        </Field>
      ) : (
        <p>
          <input type="hidden" name="which" value={asked.which} />
          {asked.which === 'chosen' && <input type="hidden" name="ids" value={asked.ids.join(' ')} />}
          {asked.which === 'found' && <input type="hidden" name="search" value={asked.search} />}
          {words.which[asked.which](formatNumber(lang, told?.count ?? 0))}{' '}
          <Link to={asked.which === 'found' ? `/author/questions?${asked.search}` : '/author/questions'}>
            {words.toList}
          </Link>
        </p>
      )}
      <ChoiceGroup
        type="radio"
        name="format"
        label={words.format}
        hint={told ? toldOf(formatNumber(lang, told.count)) : words.notTold}
        options={exportFormats.map((value) => ({
          ...{ value, label: formats[value] },
          hint: lossesOf(told?.losses.find((one) => one.format === value)),
        }))}
        defaultValue={format}
      />
      <div>
        <ChoiceRow type="checkbox" name="key" value="on" defaultChecked={hasKey} label={words.withKey} />
        <p className="mt-1 text-sm text-muted">{words.keyNote}</p>
      </div>
      <ButtonRow>
        <Button type="submit" look="primary">
          {words.submit}
        </Button>
        <Button type="submit" formAction="/author/question-export">
          {words.see}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** What a format does not hold, in one sentence or two. */
function useLosses(): (losses: FormatLosses | undefined) => string | undefined {
  const words = useMessages(vi, en);
  const { exported } = useMessages(importVi, importEn);
  const lang = useLang();
  const list = (all: FormatLosses['lost']) =>
    all.map(({ what, count }) => words.of(exported.lost[what], formatNumber(lang, count))).join(', ');
  return (losses) => {
    if (!losses) return undefined;
    const { leftOut, lost, onlyHere } = losses;
    const said = [
      ...(leftOut > 0 ? [words.leftOut(formatNumber(lang, leftOut))] : []),
      ...(lost.length > 0 ? [words.lost(list(lost))] : []),
      ...(onlyHere.length > 0 ? [words.onlyHere(list(onlyHere))] : []),
    ];
    return said.length > 0 ? said.join(' ') : words.whole;
  };
}
