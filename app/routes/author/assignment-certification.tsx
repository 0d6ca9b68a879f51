import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeCertification } from '#app/features/courses/commands/change-terms.server.ts';
import { en } from '#app/features/courses/messages/terms-en.ts';
import { vi } from '#app/features/courses/messages/terms-vi.ts';
import { certificationFormSchema } from '#app/features/courses/schema.assignment.ts';
import { type CertificationAnswer, CertificationForm } from '#app/features/courses/ui/author/certification-form.tsx';
import { TermsPage } from '#app/features/courses/ui/author/terms-page.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { demand, formObject, parseForm, readForm } from '#app/platform/http/form.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellHandle } from '#app/root.tsx';
import { requireActor } from '../gate.server.ts';
import { loadTerms } from './assignment-terms.server.ts';

export const handle: ShellHandle = { area: 'author' };
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, vi, en).certificate.title);

export const loader = answer(loadTerms);

export const action = answer(async ({ request, params }: ActionFunctionArgs) => {
  const actor = await requireActor(request);
  const assignmentId = idParam(params.assignmentId);
  const form = await readForm(request);
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const refuse = (more: Pick<CertificationAnswer, 'problems' | 'conflict'>, status: number) =>
    data<CertificationAnswer>({ typed, ...more }, { status });
  const parsed = parseForm(certificationFormSchema, form);
  if (!parsed.ok) {
    if (parsed.problems.revision) return demand(certificationFormSchema, formObject(form)) as never;
    return refuse({ problems: Object.entries(parsed.problems).map(([field, [code = '']]) => ({ field, code })) }, 400);
  }
  const result = await changeCertification(actor, { assignmentId, ...parsed.value });
  if (result.kind === 'conflict') return refuse({ problems: [], conflict: result }, 409);
  if (result.kind === 'refused') return refuse({ problems: result.problems }, 400);
  throw redirect(`/author/assignments/${assignmentId}?done=certification`, 303);
});

export default function AssignmentCertification() {
  const words = useMessages(vi, en).certificate;
  const { assignment } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { id, revision, certification } = assignment;
  return (
    <TermsPage assignment={assignment} title={words.title} lead={words.lead} isConflict={Boolean(answered?.conflict)}>
      <CertificationForm assignmentId={id} revision={revision} certification={certification} answer={answered} />
    </TermsPage>
  );
}
