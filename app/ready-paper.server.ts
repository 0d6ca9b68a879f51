import { readyAttempt } from '#app/features/quiz/queries/room/ready-papers.server.ts';
import { gzippedPageData, pageDataHeaders, readyPlace } from '#app/platform/http/page-data.server.ts';
import type { Shortcut } from '#app/platform/http/shortcut.server.ts';
import { findActor } from '#app/routes/gate.server.ts';
import { shellDataOf } from './shell-data.server.ts';

/**
 * The paper of somebody who has just begun, as the lobby's page asks for it: what the loaders of the root and of
 * `routes/attempt/page.tsx` answer, without asking them.
 */
export const readyPaper: Shortcut = {
  pattern: /^\/attempts\/([A-Za-z0-9_-]+)\.data$/,
  async answer({ parts: [attemptId = ''], request, address }) {
    const actor = await findActor(request);
    if (!actor || actor.mustChangePassword) return null;
    const found = await readyAttempt(actor, attemptId, address);
    if (!found) return null;
    const attempt = { ...found.head, paper: readyPlace };
    const data = { root: shellDataOf(request, actor), 'routes/attempt/page': { attempt, stale: [] } };
    const body = await gzippedPageData(data, found.paper);
    return { headers: { ...pageDataHeaders, 'Cache-Control': 'no-store' }, body };
  },
};
