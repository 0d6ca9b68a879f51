import type { LoaderFunctionArgs } from '@remix-run/node';
import { watchBoard } from '#app/features/quiz/queries/room/board-feed.server.ts';
import { requireBoard } from '#app/features/quiz/queries/room/board-page.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { eventStream } from '#app/platform/http/event-stream.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { findActor, requireActor } from '../gate.server.ts';

/** How often it is asked again whether who listens still may: a session ends, a role is taken away. */
const askAgainMs = 15_000;

/**
 * The board of a session as events: `whole` at first, `change` as it changes, `end` when there is nothing more to hear
 * ("closed") or the listener may not hear it any more ("access").
 */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const sessionId = idParam(params.sessionId);
  await requireBoard(await requireActor(request), sessionId);
  return eventStream((sink) => {
    const over = (why: 'closed' | 'access') => {
      sink.send('end', why);
      sink.end();
    };
    const leave = watchBoard(sessionId, (news) => {
      if (news.kind === 'whole') sink.send('whole', news.board);
      else if (news.kind === 'change') sink.send('change', news.change);
      else over('closed');
    });
    const asking = setInterval(() => {
      mayStill(request, sessionId).then(
        (may) => may || over('access'),
        // The database is away: what was allowed a moment ago goes on.
        () => undefined,
      );
    }, askAgainMs);
    asking.unref();
    return () => {
      clearInterval(asking);
      leave();
    };
  });
});

async function mayStill(request: Request, sessionId: string): Promise<boolean> {
  const actor = await findActor(request);
  if (!actor) return false;
  try {
    await requireBoard(actor, sessionId);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
