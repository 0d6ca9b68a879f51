import { Form, Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { SortDownIcon, SortUpIcon, TrashIcon } from '#app/ui/icons.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../../messages/outline-en.ts';
import { vi } from '../../../messages/outline-vi.ts';
import type { OutlineEditor } from '../../../queries/outline-editor.server.ts';
import { StepForm } from './step-form.tsx';

type Lesson = OutlineEditor['modules'][number]['lessons'][number];
type Props = {
  courseId: string;
  base: number;
  lesson: Lesson;
  moduleCode: string;
  modules: readonly { code: string; title: string }[];
  isFirst: boolean;
  isLast: boolean;
};

const tagOf = { new: 'soon', rewritten: 'started', published: 'done' } as const;

/** One lesson in the outline: to its text, up and down, and behind a fold what is rarer. */
export function LessonRow({ courseId, base, lesson, moduleCode, modules, isFirst, isLast }: Props) {
  const words = useMessages(vi, en).outline;
  const lang = useLang();
  const { lessonId, title, minutes, state } = lesson;
  const others = modules.filter(({ code }) => code !== moduleCode);
  return (
    <li className="border-b border-line py-2" data-lesson={lessonId}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-nowrap">
        <div className="min-w-0 flex-1 basis-48">
          <Link to={`/author/courses/${courseId}/lessons/${lessonId}`} className="font-semibold">
            {title}
          </Link>
          <span className="tabular ml-2 whitespace-nowrap text-sm text-muted">
            {words.minutes(formatNumber(lang, minutes))}
          </span>
        </div>
        <Tag kind={tagOf[state]}>{words.lessonStates[state]}</Tag>
        <Form method="post" preventScrollReset replace className="flex gap-1">
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="kind" value="shift-lesson" />
          <input type="hidden" name="lessonId" value={lessonId} />
          <Step by="-1" label={words.up(title)} isIdle={isFirst} />
          <Step by="1" label={words.down(title)} isIdle={isLast} />
        </Form>
      </div>
      <details className="mt-1">
        <summary className="inline-block cursor-pointer py-1 text-sm text-accent underline underline-offset-4">
          <span aria-hidden="true">{words.more}</span>
          <span className="sr-only">{words.moreOf(title)}</span>
        </summary>
        <div className="mb-2 mt-2 space-y-4 border-l-4 border-line pl-4">
          <StepForm base={base} fields={{ kind: 'rename-lesson', lessonId }} className="flex flex-wrap items-end gap-3">
            <Field id={`name-${lessonId}`} label={words.newName} className="flex-1 basis-64">
              <TextInput key={title} name="title" defaultValue={title} />
            </Field>
            <Button>{words.rename}</Button>
          </StepForm>
          {others.length > 0 && (
            <StepForm base={base} fields={{ kind: 'move-lesson', lessonId }} className="flex flex-wrap items-end gap-3">
              <Field id={`to-${lessonId}`} label={words.moveTo} className="flex-1 basis-64">
                <Select name="moduleCode" options={others.map(({ code, title: label }) => ({ value: code, label }))} />
              </Field>
              <Button>{words.move}</Button>
            </StepForm>
          )}
          <StepForm base={base} fields={{ kind: 'remove-lesson', lessonId }}>
            <Button look="danger" icon={TrashIcon}>
              {words.removeLesson}
            </Button>
          </StepForm>
        </div>
      </details>
    </li>
  );
}

/** At the ends of the course a button stays where it is, so that the keyboard does not lose its place, and does nothing. */
export function Step({ by, label, isIdle }: { by: '-1' | '1'; label: string; isIdle: boolean }) {
  return (
    <Button
      name="by"
      value={by}
      size="small"
      title={label}
      aria-label={label}
      aria-disabled={isIdle || undefined}
      className={isIdle ? 'opacity-40' : undefined}
      onClick={(event) => isIdle && event.preventDefault()}
      icon={by === '1' ? SortDownIcon : SortUpIcon}
    />
  );
}
