import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import type { Difficulty } from '../core/question.ts';
import { listTagged } from '../data/question-list.server.ts';

export interface CountedTag {
  tag: string;
  counts: Record<Difficulty, number>;
  total: number;
}

const byName = new Intl.Collator('vi');

/** The tags of the questions that the actor may draw, with how many questions carry each, by name. */
export async function bankTags(actor: Actor): Promise<CountedTag[]> {
  const scope = requireScope(actor, 'question.author');
  const found = new Map<string, CountedTag>();
  for (const { tags, difficulty } of await listTagged(database().sql, scope)) {
    for (const tag of new Set(tags)) {
      const counted = found.get(tag) ?? { tag, counts: { easy: 0, medium: 0, hard: 0 }, total: 0 };
      counted.counts[difficulty] += 1;
      counted.total += 1;
      found.set(tag, counted);
    }
  }
  return [...found.values()].sort((a, b) => byName.compare(a.tag, b.tag));
}
