import { useState } from 'react';
import { formatPercent } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { Field } from '#app/ui/field.tsx';
import { CheckIcon, CrossIcon } from '#app/ui/icons.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { bodyOfDraft } from '../../core/draft-content.ts';
import type { QuestionDraft } from '../../core/question-draft.ts';
import { gradeResponse } from '../../core/question-types.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';

const POLICIES = ['ignoreCase', 'ignoreTones', 'equivalentSpelling'] as const;
/** Pairs that each policy judges differently: what is typed, beside the answer. */
const EXAMPLES = [
  ['bộ chính trị', 'Bộ Chính trị'],
  ['Bo Chinh tri', 'Bộ Chính trị'],
  ['hoà bình', 'hòa bình'],
] as const;

type Props = { draft: QuestionDraft; onChange: (change: Partial<QuestionDraft>) => void };

/** How replies are compared, in plain words, with examples that follow the choice and a place to try one's own. */
export function TextPolicyEditor({ draft, onChange }: Props) {
  const { editor: words } = useMessages(vi, en);
  const hints = {
    ignoreCase: words.ignoreCaseHint,
    ignoreTones: words.ignoreTonesHint,
    equivalentSpelling: words.equivalentSpellingHint,
  };
  return (
    <fieldset className="min-w-0 max-w-form">
      <legend className="font-semibold">{words.matching}</legend>
      <div className="mt-1.5 flex flex-col gap-2">
        {POLICIES.map((policy) => (
          <ChoiceRow
            key={policy}
            type="checkbox"
            name={policy}
            label={words[policy]}
            hint={hints[policy]}
            checked={draft[policy]}
            onChange={(event) => onChange({ [policy]: event.target.checked })}
          />
        ))}
      </div>
      <p className="mt-4 text-sm font-semibold">{words.examples}</p>
      <ul className="mt-1 text-sm">
        {EXAMPLES.map(([typed, answer]) => {
          const isAccepted = earned({ ...draft, answers: [{ text: answer, percent: '100' }] }, typed) === 1;
          return (
            <li key={typed} className="flex items-start gap-2 py-0.5">
              {isAccepted ? (
                <CheckIcon className="mt-1 h-4 w-4 text-accent" />
              ) : (
                <CrossIcon className="mt-1 h-4 w-4 text-red" />
              )}
              <span>
                "{typed}" ~ "{answer}": {isAccepted ? words.exampleYes : words.exampleNo}
              </span>
            </li>
          );
        })}
      </ul>
      <Trial draft={draft} />
    </fieldset>
  );
}

/** A reply typed to see what it would earn; it has no name, so no form sends it. */
function Trial({ draft }: { draft: QuestionDraft }) {
  const { editor: words } = useMessages(vi, en);
  const lang = useLang();
  const [typed, setTyped] = useState('');
  const fraction = earned(draft, typed);
  const verdict =
    fraction === 1 ? words.tryFull : fraction > 0 ? words.tryPart(formatPercent(lang, fraction)) : words.tryNone;
  return (
    <div className="screen-only mt-4">
      <Field label={words.tryLabel} hint={words.tryHint}>
        <TextInput
          value={typed}
          width="half"
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          // Enter would send the form.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <p role="status" className="mt-1 text-sm">
        {typed.trim() === '' ? words.tryEmpty : verdict}
      </p>
    </div>
  );
}

const earned = (draft: QuestionDraft, typed: string) =>
  gradeResponse(bodyOfDraft(draft), typed.normalize('NFC').trim()) ?? 0;
