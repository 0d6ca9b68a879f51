import type { FormatName, FormatProblem, ReadQuestion } from '../formats/read-question.ts';
import type { Difficulty } from '../question.ts';
import type { SourceEntry } from './read-source.ts';

/** What the author wants of one question that is near another. */
export type Choice = { kind: 'leave-out' } | { kind: 'keep' } | { kind: 'new-version'; questionId: string };

/** What was decided about an import beside its text. */
export interface ImportDecisions {
  /** Of questions of which the source says none. */
  difficulty: Difficulty;
  /** Given to every question beside its own. */
  tags: string[];
  /** By the key of a question. */
  choices: Readonly<Record<string, Choice>>;
  /** What was taken into the bank already: the question of the bank, by key. */
  taken: Readonly<Record<string, string>>;
  /** The revisions from which questions were taken: a take that is sent twice is known by its own. */
  takes: readonly number[];
  /** The format of the file that came; the source may be its text form. */
  fileFormat: FormatName;
  /** What the file said that its text form cannot. */
  fileProblems: readonly FormatProblem[];
}

export const noDecisions = (fileFormat: FormatName): ImportDecisions => ({
  ...{ difficulty: 'medium', tags: [], choices: {}, taken: {}, takes: [] },
  ...{ fileFormat, fileProblems: [] },
});

/** What is laid beside another question. `difficulty` is null where a file tells none. */
export type NearQuestion = Pick<ReadQuestion, 'body' | 'explanation' | 'source' | 'difficulty' | 'tags'>;

/** A question of the bank, or an earlier one of the same source, that a question of the source is near to. */
export interface NearDuplicate {
  /** Of the question in the source. */
  key: string;
  likeness: number;
  of: { kind: 'bank'; questionId: string; code: string; question: NearQuestion } | { kind: 'source'; key: string };
}

/**
 * Where a question of an import stands. broken: an error keeps it out. near: it waits for a choice. left-out, taken: it
 * is not taken (again). new-version, good: it is taken next.
 */
export type EntryStanding = 'broken' | 'near' | 'left-out' | 'new-version' | 'good' | 'taken';

export function standingOf(
  { key, question }: Pick<SourceEntry, 'key' | 'question'>,
  { choices, taken }: Pick<ImportDecisions, 'choices' | 'taken'>,
  nears: ReadonlyMap<string, NearDuplicate>,
): EntryStanding {
  if (taken[key]) return 'taken';
  if (!question) return 'broken';
  const choice = choices[key];
  if (choice?.kind === 'keep') return 'good';
  if (choice) return choice.kind === 'leave-out' ? 'left-out' : choice.kind;
  const near = nears.get(key);
  if (!near) return 'good';
  // What the near one is left out for counts no more.
  const isOfLeftOut = near.of.kind === 'source' && choices[near.of.key]?.kind === 'leave-out';
  return isOfLeftOut ? 'good' : 'near';
}

export const countStandings = (standings: readonly EntryStanding[]): Record<EntryStanding, number> => {
  const counts = { broken: 0, near: 0, 'left-out': 0, 'new-version': 0, good: 0, taken: 0 };
  for (const standing of standings) counts[standing] += 1;
  return counts;
};
