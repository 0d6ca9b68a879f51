import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { PlusIcon, TrashIcon } from '#app/ui/icons.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { Textarea } from '#app/ui/textarea.tsx';
import { en } from '../../../messages/outline-en.ts';
import { vi } from '../../../messages/outline-vi.ts';
import type { OutlineEditor } from '../../../queries/outline-editor.server.ts';
import { LessonRow, Step } from './lesson-row.tsx';
import type { OutlineAnswer } from './outline-answer.ts';
import { StepForm } from './step-form.tsx';
import { useCleared } from './use-cleared.ts';

type Props = {
  page: OutlineEditor;
  /** Which module, from 0. */
  at: number;
  /** The id that a lesson added here gets. */
  newId: string;
  /** What was typed for a new lesson here and could not be added. */
  typed: string;
  answer: OutlineAnswer | undefined;
  /** What a higher feature puts under a module: its quizzes. */
  children?: ReactNode;
};

/** One module in the outline with its lessons, and the place where a lesson is added. */
export function ModuleEditor({ page, at, newId, typed, answer, children }: Props) {
  const words = useMessages(vi, en).outline;
  const lang = useLang();
  const { course, revision: base, modules } = page;
  const { code, title, summary, lessons } = modules[at]!;
  const adding = useCleared(answer, (given) => given?.change === 'add-lesson' && given.sent?.moduleCode === code);
  return (
    <Section
      title={words.module(formatNumber(lang, at + 1), title)}
      lead={summary}
      actions={
        <Form method="post" preventScrollReset replace className="flex gap-1" data-module={code}>
          <input type="hidden" name="base" value={base} />
          <input type="hidden" name="kind" value="shift-module" />
          <input type="hidden" name="code" value={code} />
          <Step by="-1" label={words.up(title)} isIdle={at === 0} />
          <Step by="1" label={words.down(title)} isIdle={at === modules.length - 1} />
        </Form>
      }
    >
      <div className="space-y-3">
        {lessons.length === 0 ? (
          <p className="text-muted">{words.moduleEmpty}</p>
        ) : (
          <ol className="border-t border-line">
            {lessons.map((lesson, place) => (
              <LessonRow
                key={lesson.lessonId}
                courseId={course.id}
                base={base}
                lesson={lesson}
                moduleCode={code}
                modules={modules}
                isFirst={at === 0 && place === 0}
                isLast={at === modules.length - 1 && place === lessons.length - 1}
              />
            ))}
          </ol>
        )}
        {children}
        <StepForm
          ref={adding}
          base={base}
          fields={{ kind: 'add-lesson', moduleCode: code, lessonId: newId }}
          className="flex flex-wrap items-end gap-3"
        >
          <Field id={`add-${code}`} label={words.lessonName} className="flex-1 basis-64">
            <TextInput name="title" defaultValue={typed} />
          </Field>
          <Button icon={PlusIcon}>{words.addLesson}</Button>
        </StepForm>
        <details>
          <summary className="inline-block cursor-pointer py-1 text-sm text-accent underline underline-offset-4">
            {words.editModule}
          </summary>
          <div className="mt-2 space-y-4 border-l-4 border-line pl-4">
            <StepForm base={base} fields={{ kind: 'rename-module', code }} className="space-y-4">
              <Field id={`name-${code}`} label={words.moduleName}>
                <TextInput key={title} name="title" defaultValue={title} />
              </Field>
              <Field id={`summary-${code}`} label={words.moduleSummary}>
                <Textarea key={summary} name="summary" rows={2} defaultValue={summary} />
              </Field>
              <Button>{words.saveModule}</Button>
            </StepForm>
            <StepForm base={base} fields={{ kind: 'remove-module', code }}>
              <Button look="danger" icon={TrashIcon}>
                {words.removeModule(formatNumber(lang, lessons.length))}
              </Button>
            </StepForm>
          </div>
        </details>
      </div>
    </Section>
  );
}
