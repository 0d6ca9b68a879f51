import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { takeWordLessons } from '#app/features/courses/commands/take-word-lessons.server.ts';
import { en as documentEn } from '#app/features/courses/messages/en.ts';
import { vi as documentVi } from '#app/features/courses/messages/vi.ts';
import { en } from '#app/features/courses/messages/word-course-en.ts';
import { vi } from '#app/features/courses/messages/word-course-vi.ts';
import {
  LARGEST_WORD,
  readWordCourse,
  type WordPreview,
  withStoredPictures,
  withWrittenWords,
  wordDesk,
  wordPreview,
} from '#app/features/courses/queries/word-course.server.ts';
import { wordFieldsSchema } from '#app/features/courses/schema.lesson-editor.ts';
import { WordCoursePreview } from '#app/features/courses/ui/author/word-course-preview.tsx';
import { WordPictureWords } from '#app/features/courses/ui/author/word-picture-words.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand } from '#app/platform/http/form.server.ts';
import { formKey } from '#app/platform/http/form-key.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { langFromCookieHeader } from '#app/platform/i18n/language.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { requireActor } from '../../gate.server.ts';
import { keptPictures } from './kept-pictures.server.ts';
import { sentBytes } from './sent-bytes.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return { course: await wordDesk(actor, params.courseId ?? ''), key: formKey() };
});

type Refusal = keyof typeof vi.refusals;
type Previewed = {
  kind: 'preview';
  preview: WordPreview;
  hash: string;
  name: string;
  isOther: boolean;
  /** What was written for pictures so far, by the field. */
  typed: Record<string, string>;
};
type Answered =
  | { kind: 'refused'; reason: Refusal }
  | Previewed
  | { kind: 'taken'; modules: number; lessons: number; silent: number }
  | { kind: 'unchanged' };

/** A field for each picture that wants words, and a few more. */
const MOST_PICTURES = 1000;

/** Nothing of the file is kept between looking and taking: it is sent again, and must be the one that was looked at. */
export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const courseId = params.courseId ?? '';
  await wordDesk(actor, courseId);
  const words = messagesFor(langFromCookieHeader(request.headers.get('Cookie')), documentVi, documentEn).document;
  const refused = (reason: Refusal) => data<Answered>({ kind: 'refused', reason }, { status: 400 });
  const { fields, file, isTooLarge } = await readUpload(request, LARGEST_WORD, { mostFields: MOST_PICTURES });
  if (isTooLarge) return refused('too-large');
  if (!file) return refused('no-file');
  const { staged, name } = file;
  const bytes = await sentBytes(staged);
  const { intent, hash, key, untitled } = demand(wordFieldsSchema, fields);
  const read = await readWordCourse(bytes);
  if (read.kind === 'refused') return refused(read.reason);
  if (intent === 'preview' || hash !== staged.hash) {
    const isOther = intent === 'take';
    return data<Answered>({
      kind: 'preview',
      preview: await wordPreview(read.course, words),
      hash: staged.hash,
      name,
      isOther,
      typed: isOther ? {} : wordsTyped(fields),
    });
  }
  const written = new Map(Object.entries(wordsTyped(fields)).map(([field, text]) => [Number(field.slice(5)), text]));
  const { course, silent } = withWrittenWords(read.course, written);
  const ids = await keptPictures(actor, course.attached);
  const stored = new Map(course.attached.flatMap(({ name: own }, at) => (ids[at] ? [[own, ids[at]] as const] : [])));
  const result = await takeWordLessons(actor, courseId, { key, modules: withStoredPictures(course, stored), untitled });
  if (result.kind === 'too-many') return refused('too-many');
  return data<Answered>(result.kind === 'taken' ? { ...result, silent } : result);
});

/** `words12` for the picture 12; what no field of ours sent is left aside. */
const wordsTyped = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) => (/^words\d{1,4}$/.test(name) ? [[name, text.slice(0, 300)]] : [])),
  );

export default function Word() {
  const words = useMessages(vi, en);
  const { course, key } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const isBusy = useNavigation().state !== 'idle';
  const isDone = answered?.kind === 'taken' || answered?.kind === 'unchanged';
  const preview = answered?.kind === 'preview' ? answered : null;
  const lessons = preview?.preview.modules.reduce((sum, module) => sum + module.lessons.length, 0) ?? 0;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      crumbs={[
        { to: '/author/courses', label: words.courses },
        { to: `/author/courses/${course.id}`, label: course.title },
      ]}
      crumbsLabel={words.crumbs}
    >
      {isDone ? (
        <Notice
          kind="success"
          live
          title={answered.kind === 'taken' ? words.done(answered.modules, answered.lessons) : words.doneAlready}
        >
          <p>{words.doneText}</p>
          {answered.kind === 'taken' && answered.silent > 0 && <p>{words.doneSilent(answered.silent)}</p>}
          <LinkButton to={`/author/courses/${course.id}/outline`} look="primary" className="mt-3">
            {words.toCourse}
          </LinkButton>
        </Notice>
      ) : (
        <Form method="post" encType="multipart/form-data" className="space-y-6" preventScrollReset>
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="hash" value={preview?.hash ?? ''} />
          {preview?.isOther && <Notice kind="warning" live title={words.otherFile} />}
          <Field
            label={words.file}
            hint={preview ? `${preview.name}. ${words.sameFile}` : words.fileHint}
            error={answered?.kind === 'refused' ? words.refusals[answered.reason] : null}
          >
            <TextInput
              type="file"
              name="file"
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            />
          </Field>
          {preview?.preview.modules.some(({ title }) => title === '') && (
            <Field label={words.untitled}>
              <TextInput
                name="untitled"
                maxLength={200}
                defaultValue={preview.preview.title || words.untitledDefault}
              />
            </Field>
          )}
          {preview && <WordPictureWords key={preview.hash} silent={preview.preview.silent} typed={preview.typed} />}
          <div className="flex flex-wrap gap-3">
            {preview && (
              <Button type="submit" name="intent" value="take" look="primary" busy={isBusy}>
                {words.take(lessons)}
              </Button>
            )}
            <Button
              type="submit"
              name="intent"
              value="preview"
              look={preview ? 'secondary' : 'primary'}
              busy={isBusy && !preview}
            >
              {isBusy && !preview ? words.reading : words.preview}
            </Button>
          </div>
        </Form>
      )}
      {preview && <WordCoursePreview preview={preview.preview} />}
    </Page>
  );
}
