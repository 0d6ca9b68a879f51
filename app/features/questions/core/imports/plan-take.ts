import { type ImportDecisions, type NearDuplicate, standingOf } from './decisions.ts';
import type { SourceEntry } from './read-source.ts';

type SoundEntry = SourceEntry & { question: NonNullable<SourceEntry['question']> };

export interface TakePlan {
  create: SoundEntry[];
  newVersions: { entry: SoundEntry; questionId: string }[];
}

/** What a take would do: every good question at once; what is broken, left out or waits for a choice stays in its text. */
export function planTake(
  entries: readonly SourceEntry[],
  decisions: Pick<ImportDecisions, 'choices' | 'taken'>,
  nears: readonly NearDuplicate[],
): TakePlan {
  const byKey = new Map(nears.map((near) => [near.key, near]));
  const plan: TakePlan = { create: [], newVersions: [] };
  const renewed = new Set<string>();
  for (const entry of entries) {
    const standing = standingOf(entry, decisions, byKey);
    if (!isSound(entry)) continue;
    const choice = decisions.choices[entry.key];
    if (standing === 'good') plan.create.push(entry);
    // One take gives a question of the bank one new version: a second one of the same source stays.
    else if (standing === 'new-version' && choice?.kind === 'new-version' && !renewed.has(choice.questionId)) {
      renewed.add(choice.questionId);
      plan.newVersions.push({ entry, questionId: choice.questionId });
    }
  }
  return plan;
}

const isSound = (entry: SourceEntry): entry is SoundEntry => entry.question !== null;
