import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pulseEn } from '#app/features/quiz/messages/pulse-en.ts';
import { pulseVi } from '#app/features/quiz/messages/pulse-vi.ts';
import { voidedAttempt } from '#app/features/quiz/queries/room/voided-attempt.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner' };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, (lang) => messagesFor(lang, pulseVi, pulseEn).voided.title);

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const attemptId = idParam(params.attemptId);
  const voided = await voidedAttempt(actor, attemptId);
  if (!voided) throw redirect(`/attempts/${attemptId}/result`);
  return { voided };
});

export default function Voided() {
  const words = useMessages(pulseVi, pulseEn);
  const lang = useLang();
  const { voided } = useLoaderData<typeof loader>();
  const { title, sessionId, quizId, voidedAt, reason, isRestart } = voided;
  return (
    <Page title={title} width="reading">
      <Notice kind="warning" title={words.voided.title}>
        <p>{words.voided.text}</p>
        {reason && <p>{words.reason(reason)}</p>}
        {voidedAt && <p>{words.voided.at(formatDateTime(lang, voidedAt))}</p>}
      </Notice>
      <p>{isRestart ? words.voided.restart : words.voided.ask}</p>
      <ButtonRow>
        {isRestart && sessionId ? (
          <LinkButton to={`/exam-sessions/${sessionId}`} look="primary">
            {words.voided.toLobby}
          </LinkButton>
        ) : (
          <LinkButton to={`/quizzes/${quizId}`}>{words.voided.toQuiz}</LinkButton>
        )}
      </ButtonRow>
    </Page>
  );
}
