import { transactQuietly } from '#app/features/audit/commands/transact.server.ts';
import { putSignsBack, storeSigns, takeSigns } from '../../data/room/presence.server.ts';

/** How many people share one transaction, so that saves get their turn in between. */
const mostAtOnce = 200;

/** The job: writes the signs of life since the last time, with the silences that they end. Answers how many people. */
export async function storeSignsOfLife(): Promise<number> {
  let people = 0;
  const bySession = [...takeSigns()];
  for (const [index, [sessionId, signs]] of bySession.entries()) {
    for (let from = 0; from < signs.length; from += mostAtOnce) {
      try {
        await transactQuietly('quiz.seat-seen', (sql) =>
          storeSigns(sql, sessionId, signs.slice(from, from + mostAtOnce)),
        );
      } catch (error) {
        putSignsBack(signs.slice(from));
        for (const [, later] of bySession.slice(index + 1)) putSignsBack(later);
        throw error;
      }
      people += Math.min(mostAtOnce, signs.length - from);
    }
  }
  return people;
}
