import { database } from '#app/platform/db/database.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';

/** For a proxy or a watchdog: 200 when the database answers, 503 otherwise. */
export const loader = answer(async () => {
  await database().sql.get('SELECT 1 AS one');
  return Response.json({ ok: true }, { headers: { 'Cache-Control': 'no-store' } });
});
