import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { keepPackage } from '#app/features/course-package/commands/keep-package.server.ts';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { type ShownRefusal, UploadForm } from '#app/features/course-package/ui/upload-form.tsx';
import { courseUnits } from '#app/features/courses/queries/author-courses.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { largestPackageUpload } from '#app/platform/http/guard.server.ts';
import { readUpload } from '#app/platform/http/upload.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../../gate.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).import.title);
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  await courseUnits(await requireActor(request));
  return null;
});

const refuse = (refusal: ShownRefusal) => data({ refusal }, { status: 400 });

/** Takes the file of an author and goes through it; what is sound is shown on a page of its own before anything is written. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  // Who may not hears it before a body of hundreds of megabytes is read.
  await courseUnits(actor);
  const { file, isTooLarge } = await readUpload(request, largestPackageUpload);
  if (isTooLarge) return refuse({ code: 'too-large', file: '', place: '' });
  if (!file) return refuse({ code: 'no-file', file: '', place: '' });
  const kept = await keepPackage(actor, file.staged);
  if (kept.kind === 'refused') {
    const { code, file: part, place } = kept.refusal;
    return refuse({ code, file: part, place });
  }
  throw redirect(`/author/packages/${kept.id}`, 303);
});

export default function NewPackage() {
  const { import: words, courses, crumbs } = useMessages(vi, en);
  const answered = useActionData<typeof action>();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      crumbs={[{ to: '/author/courses', label: courses }]}
      crumbsLabel={crumbs}
      width="form"
    >
      <UploadForm refusal={answered?.refusal} />
    </Page>
  );
}
