import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import type { LessonText } from '../../../core/lesson-editor/lesson-text.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';

type Props = {
  text: LessonText;
  /** What the number of words makes it. */
  measured: number;
  problems: Readonly<Record<string, string>>;
  onChange: (part: Partial<LessonText>) => void;
};

/** Everything of a lesson but its text. */
export function LessonFields({ text, measured, problems, onChange }: Props) {
  const { fields: words } = useMessages(vi, en);
  return (
    <>
      <Field label={words.title} error={problems.title} className="max-w-none">
        <TextInput
          name="title"
          maxLength={200}
          value={text.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Field>
      <Disclosure
        title={words.legend}
        note={words.note(text.minutes, text.sources.filter((source) => source.trim() !== '').length)}
        isOpen={text.asOf === ''}
        mustOpen={Boolean(problems.minutes || problems.asOf)}
      >
        <div className="flex flex-wrap gap-x-8 gap-y-5">
          <Field label={words.minutes} hint={words.minutesHint(measured)} error={problems.minutes}>
            <span className="flex items-center gap-3">
              <TextInput
                name="minutes"
                type="number"
                min={0}
                max={240}
                width="number"
                value={text.minutes === 0 ? '' : text.minutes}
                onChange={(event) =>
                  onChange({ minutes: Math.max(0, Math.min(240, Math.trunc(Number(event.target.value)) || 0)) })
                }
              />
              {measured > 0 && measured !== text.minutes && (
                <Button type="button" look="quiet" size="small" onClick={() => onChange({ minutes: measured })}>
                  {words.takeMinutes}
                </Button>
              )}
            </span>
          </Field>
          <Field label={words.asOf} error={problems.asOf}>
            <TextInput
              name="asOf"
              type="date"
              width="short"
              value={text.asOf}
              onChange={(event) => onChange({ asOf: event.target.value })}
            />
          </Field>
        </div>
        <Field label={words.sources} hint={words.sourcesHint} className="max-w-none">
          <Textarea
            name="sources"
            rows={Math.min(8, Math.max(3, text.sources.length + 1))}
            value={text.sources.join('\n')}
            onChange={(event) => onChange({ sources: event.target.value.split('\n') })}
          />
        </Field>
      </Disclosure>
    </>
  );
}
