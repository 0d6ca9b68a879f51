import { setImmediate } from 'node:timers/promises';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import type { Sql } from '#app/platform/db/sql.server.ts';
import type { NearDuplicate } from '../../core/imports/decisions.ts';
import type { SourceEntry } from '../../core/imports/read-source.ts';
import { compared, NearIndex, nearness, nearPairs, wordsOfFolded } from '../../core/near-duplicates.ts';
import { bankWords, listNearQuestions } from '../../data/imports/bank-words.server.ts';

const BATCH = 2000;
/** So many questions of the bank that may be near one of the source are looked at closely. */
const MOST_LOOKED_AT = 5;

/**
 * For each question of a source the question of the bank that it is nearest to, or an earlier one of the source: by the
 * words of the stem and the options, tone marks, order and small words aside. The bank streams past an index of the source,
 * so that neither its size nor its changes cost any memory; other requests are served between two batches.
 */
export async function nearDuplicates(
  sql: Sql,
  scope: readonly UnitPath[],
  entries: readonly Pick<SourceEntry, 'key' | 'question'>[],
  except: ReadonlySet<string> = new Set(),
): Promise<NearDuplicate[]> {
  const sound = entries.flatMap(({ key, question }) => (question ? [{ key, body: question.body }] : []));
  if (sound.length === 0) return [];
  const given = sound.map(({ body }) => compared(body));
  const words = given.map((one) => one.words);
  const candidates = await bankCandidates(sql, scope, words, except);
  const ofBank = await listNearQuestions(sql, [...new Set(candidates.flat().map(({ id }) => id))]);
  const wordsOfBank = new Map([...ofBank].map(([id, { body }]) => [id, compared(body)]));
  const within = new Map(nearPairs(given).map((pair) => [pair.at, pair]));
  return sound.flatMap(({ key }, at): NearDuplicate[] => {
    const [nearest] = candidates[at]!.flatMap(({ id }) => {
      const near = nearness(given[at]!, wordsOfBank.get(id)!);
      return near === null ? [] : [{ id, near }];
    }).sort((a, b) => b.near - a.near);
    const pair = within.get(at);
    if (nearest && nearest.near >= (pair?.likeness ?? 0)) {
      const { code, ...question } = ofBank.get(nearest.id)!;
      return [{ key, likeness: nearest.near, of: { kind: 'bank', questionId: nearest.id, code, question } }];
    }
    return pair ? [{ key, likeness: pair.likeness, of: { kind: 'source', key: sound[pair.of]!.key } }] : [];
  });
}

async function bankCandidates(
  sql: Sql,
  scope: readonly UnitPath[],
  words: readonly ReadonlySet<string>[],
  except: ReadonlySet<string>,
): Promise<{ id: string; share: number }[][]> {
  const found: { id: string; share: number }[][] = words.map(() => []);
  let index: NearIndex | null = null;
  for await (const rows of bankWords(sql, scope, BATCH)) {
    index ??= new NearIndex(words, frequencyIn(rows.map(({ searchKey }) => searchKey)));
    for (const { id, searchKey } of rows) {
      if (except.has(id)) continue;
      for (const { at, share } of index.candidates(searchKey)) {
        const kept = found[at]!;
        kept.push({ id, share });
        if (kept.length > MOST_LOOKED_AT * 4) prune(kept);
      }
    }
    await setImmediate();
  }
  for (const kept of found) prune(kept);
  return found;
}

function prune(kept: { share: number }[]): void {
  kept.sort((a, b) => b.share - a.share);
  kept.length = Math.min(kept.length, MOST_LOOKED_AT);
}

/** How often words stand in a sample of the bank. */
function frequencyIn(texts: readonly string[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOfFolded(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => counts.get(word) ?? 0;
}
