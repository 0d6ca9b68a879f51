import { printListChange } from '#app/features/questions/core/list-change.ts';
import { Problem } from '#app/features/questions/ui/problem.tsx';
import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { type BandDraft, blankBand } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { FieldsProps } from './quiz-general-fields.tsx';

/** What is said of a whole attempt from a grade on. A line that is empty says nothing and is dropped. */
export function QuizBandFields({ draft, problemOf, onChange, gradeScale }: FieldsProps & { gradeScale: number }) {
  const { rules: words } = useMessages(vi, en);
  const lang = useLang();
  const set = (at: number, change: Partial<BandDraft>) =>
    onChange({ bands: draft.bands.map((band, index) => (index === at ? { ...band, ...change } : band)) });
  return (
    <fieldset id="bands" className="min-w-0 max-w-form" tabIndex={-1}>
      <legend className="font-semibold">{words.bands}</legend>
      <p className="text-sm text-muted">{words.bandsHint}</p>
      <Problem id="bands-problem" message={problemOf('bands')} />
      <ol className="mt-2 space-y-4">
        {draft.bands.map((band, at) => (
          <li key={at} className="grid items-start gap-x-4 gap-y-2 sm:grid-cols-[auto_1fr_auto]">
            <Field
              id={`bands[${at}].from`}
              label={words.bandFrom(formatMark(lang, gradeScale))}
              error={problemOf(`bands[${at}].from`)}
            >
              <TextInput
                name={`bands[${at}].from`}
                inputMode="decimal"
                autoComplete="off"
                width="number"
                value={band.from}
                onChange={(event) => set(at, { from: event.target.value })}
              />
            </Field>
            <Field id={`bands[${at}].text`} label={words.bandText} error={problemOf(`bands[${at}].text`)}>
              <Textarea
                name={`bands[${at}].text`}
                rows={2}
                value={band.text}
                onChange={(event) => set(at, { text: event.target.value })}
              />
            </Field>
            <Button
              type="submit"
              name="intent"
              value={printListChange({ list: 'bands', does: 'remove', at })}
              formNoValidate
              size="small"
              look="quiet"
              onClick={(event) => {
                event.preventDefault();
                onChange({ bands: draft.bands.filter((_, index) => index !== at) });
              }}
            >
              {words.bandRemove(at + 1)}
            </Button>
          </li>
        ))}
      </ol>
      <Button
        type="submit"
        name="intent"
        value={printListChange({ list: 'bands', does: 'add' })}
        formNoValidate
        size="small"
        icon={PlusIcon}
        className="mt-3"
        onClick={(event) => {
          event.preventDefault();
          onChange({ bands: [...draft.bands, blankBand()] });
        }}
      >
        {words.bandAdd}
      </Button>
    </fieldset>
  );
}
