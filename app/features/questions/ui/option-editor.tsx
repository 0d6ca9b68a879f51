import { useEffect, useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { controlClass } from '#app/ui/control-class.ts';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon } from '#app/ui/icons.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { type ListChange, printListChange } from '../core/list-change.ts';
import { letterOf } from '../core/question-changes.ts';
import type { OptionDraft } from '../core/drafts/choice.ts';
import type { QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import { ListButtons } from './list-buttons.tsx';
import { GroupProblem, Problem } from './problem.tsx';

type Props = {
  draft: QuestionDraft;
  problemOf: (field: string) => string | undefined;
  onOption: (at: number, change: Partial<OptionDraft>) => void;
  onRight: (id: string, isRight: boolean) => void;
  onList: (change: ListChange) => void;
};

/** The options of a choice question: text, key, feedback, place; added, moved and removed by buttons. */
export function OptionEditor({ draft, problemOf, onOption, onRight, onList }: Props) {
  const words = useMessages(vi, en).editor;
  const list = useRef<HTMLOListElement>(null);
  const count = draft.options.length;
  const lastCount = useRef(count);
  // A new option is there to be written: the cursor goes where the writing begins.
  useEffect(() => {
    if (count > lastCount.current) list.current?.querySelector<HTMLElement>(':scope > li:last-child textarea')?.focus();
    lastCount.current = count;
  }, [count]);
  return (
    <fieldset id="options" className="min-w-0" tabIndex={-1}>
      <legend className="font-semibold">{words.options}</legend>
      <p className="text-sm text-muted">
        {draft.type === 'single' ? words.optionsHintSingle : words.optionsHintMultiple}
      </p>
      <GroupProblem id="right" message={problemOf('right')} />
      <Problem id="options-problem" message={problemOf('options')} />
      <ol ref={list} className="mt-2 border-t border-line">
        {draft.options.map((option, at) => (
          <OptionRow key={option.id} {...{ draft, option, at, problemOf, onOption, onRight, onList }} />
        ))}
      </ol>
      <Button
        type="submit"
        name="intent"
        value={printListChange({ list: 'options', does: 'add' })}
        formNoValidate
        size="small"
        icon={PlusIcon}
        className="mt-3"
        onClick={(event) => {
          event.preventDefault();
          onList({ list: 'options', does: 'add' });
        }}
      >
        {words.addOption}
      </Button>
    </fieldset>
  );
}

function OptionRow({
  draft,
  option,
  at,
  problemOf,
  onOption,
  onRight,
  onList,
}: Props & { option: OptionDraft; at: number }) {
  const words = useMessages(vi, en).editor;
  const letter = letterOf(at);
  const name = words.option(letter);
  const field = `options[${at}]`;
  const problem = problemOf(`${field}.text`);
  const feedbackProblem = problemOf(`${field}.feedback`);
  return (
    <li className="border-b border-line py-3">
      <input type="hidden" name={`${field}.id`} value={option.id} />
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <label htmlFor={`${field}.text`} className="font-semibold">
          {name}
        </label>
        <ListButtons
          list="options"
          at={at}
          count={draft.options.length}
          words={{ raise: words.raise(name), lower: words.lower(name), remove: words.remove(name) }}
          onChange={onList}
        />
      </div>
      <Problem id={`${field}.text-error`} message={problem} />
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-1 sm:flex-nowrap">
        <textarea
          id={`${field}.text`}
          name={`${field}.text`}
          rows={2}
          value={option.text}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${field}.text-error` : undefined}
          onChange={(event) => onOption(at, { text: event.target.value })}
          className={controlClass('w-full')}
        />
        <label className="flex min-h-[2.75rem] shrink-0 cursor-pointer items-center gap-2 sm:w-28">
          <input
            type={draft.type === 'single' ? 'radio' : 'checkbox'}
            name="right[]"
            value={option.id}
            checked={draft.right.includes(option.id)}
            onChange={(event) => onRight(option.id, event.target.checked)}
            aria-label={words.isRightOf(letter)}
            className="h-5 w-5 accent-accent"
          />
          {words.isRight}
        </label>
      </div>
      <details className="mt-1" open={Boolean(option.feedback || option.isFixed || feedbackProblem)}>
        <summary className="inline-block py-1 text-sm text-accent underline underline-offset-4">
          {words.optionMore}
        </summary>
        <div className="mt-2 space-y-3 border-l-4 border-line pl-4">
          <Field id={`${field}.feedback`} label={words.feedback} hint={words.feedbackHint} error={feedbackProblem}>
            <Textarea
              name={`${field}.feedback`}
              rows={2}
              value={option.feedback}
              onChange={(event) => onOption(at, { feedback: event.target.value })}
            />
          </Field>
          <label className="flex cursor-pointer items-start gap-3">
            <input
              type="checkbox"
              name={`${field}.isFixed`}
              checked={option.isFixed}
              onChange={(event) => onOption(at, { isFixed: event.target.checked })}
              className="mt-[0.3em] h-5 w-5 shrink-0 accent-accent"
            />
            <span>
              {words.fixed}
              <span className="block text-sm text-muted">{words.fixedHint}</span>
            </span>
          </label>
        </div>
      </details>
    </li>
  );
}
