import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { en } from '#app/features/quiz/messages/room-en.ts';
import { vi } from '#app/features/quiz/messages/room-vi.ts';
import { lobby } from '#app/features/quiz/queries/room/lobby.server.ts';
import { LobbyScreen } from '#app/features/quiz/ui/room/lobby-screen.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Page } from '#app/ui/page.tsx';
import { requireActor } from '../gate.server.ts';

export const handle = { area: 'learner', isQuiet: true };
export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, () => data?.lobby.session.title ?? '');

export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const sessionId = params.sessionId ?? '';
  const found = await lobby(actor, sessionId);
  if (found.kind === 'runs') throw redirect(`/exam-sessions/${sessionId}/plan`);
  return { lobby: found.lobby, refused: new URL(request.url).searchParams.get('refused') };
});

export default function Lobby() {
  const { lobby, refused } = useLoaderData<typeof loader>();
  const words = useMessages(vi, en).lobby;
  return (
    <Page title={lobby.session.title} kicker={words.kicker} width="reading">
      <LobbyScreen lobby={lobby} refused={refused} />
    </Page>
  );
}
