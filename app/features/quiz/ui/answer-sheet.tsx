import type { PresentedResponse } from '#app/features/questions/core/question.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ShownQuestion } from '../queries/shown-question.server.ts';
import { letterOf, RenderedLine } from './rendered.tsx';

type Props = {
  question: ShownQuestion;
  answer: PresentedResponse;
  onChange: (response: PresentedResponse, options?: { isTyping?: boolean }) => void;
  onSettle: () => void;
};

/** Where one question is answered: whole rows to choose, or a line to type. Field `a<slot>`, with and without JavaScript. */
export function AnswerSheet(props: Props) {
  switch (props.question.type) {
    case 'single':
    case 'multiple':
      return <Choices {...props} />;
    case 'true-false':
      return <Truth {...props} />;
    case 'short-answer':
      return <ShortText {...props} />;
  }
}

function Choices({ question, answer, onChange }: Props) {
  const { slot, type, options } = question;
  const isSeveral = type === 'multiple';
  const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
  const choose = (position: number, isChecked: boolean) => {
    if (!isSeveral) onChange(position);
    else {
      const next = options
        .map((option) => option.position)
        .filter((at) => (at === position ? isChecked : chosen.has(at)));
      onChange(next.length > 0 ? next : null);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      {options.map(({ position, html }) => (
        <ChoiceRow
          key={position}
          type={isSeveral ? 'checkbox' : 'radio'}
          name={`a${slot}`}
          value={position}
          checked={chosen.has(position)}
          onChange={(event) => choose(position, event.target.checked)}
          label={
            <span className="flex gap-2">
              <span className="font-semibold text-muted">{letterOf(position)}.</span>
              <span className="min-w-0">
                <RenderedLine html={html} />
              </span>
            </span>
          }
        />
      ))}
    </div>
  );
}

function Truth({ question: { slot }, answer, onChange }: Props) {
  const words = useMessages(vi, en).attempt;
  return (
    <div className="flex flex-col gap-2">
      {(['true', 'false'] as const).map((value) => (
        <ChoiceRow
          key={value}
          type="radio"
          name={`a${slot}`}
          value={value}
          checked={answer === value}
          onChange={() => onChange(value)}
          label={words[value]}
        />
      ))}
    </div>
  );
}

function ShortText({ question: { slot }, answer, onChange, onSettle }: Props) {
  const words = useMessages(vi, en).attempt;
  return (
    <TextInput
      name={`a${slot}`}
      aria-label={words.answer}
      maxLength={500}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={typeof answer === 'string' ? answer : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value, { isTyping: true })}
      onBlur={onSettle}
    />
  );
}
