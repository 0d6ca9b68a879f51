import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import {
  moveBetween,
  moveStanding,
  type ReviewPolicy,
  type Standing,
  standings,
} from '#app/features/questions/core/review.ts';

/** What can be done to many questions at once. */
export const bulkKinds = ['move', 'tag', 'untag', 'difficulty', 'source', 'standing', 'archive', 'restore'] as const;
export type BulkKind = (typeof bulkKinds)[number];

export interface BulkAction {
  readonly kind: BulkKind;
  /** The category's id, the tag, the difficulty, the source, the standing; empty for archive and restore. */
  readonly value: string;
}

/** What an action may change of a question. */
export interface BulkState {
  readonly categoryId: string;
  readonly difficulty: Difficulty;
  readonly tags: readonly string[];
  readonly standing: Standing;
  readonly isArchived: boolean;
  readonly source: string;
}

export interface BulkQuestion extends BulkState {
  readonly id: string;
  readonly policy: ReviewPolicy;
  /** The actor wrote the current version. */
  readonly isOwn: boolean;
}

export type BulkRefusal = 'own-version' | 'not-from-here' | 'too-many-tags';
export type BulkOutcome =
  | { readonly kind: 'changed'; readonly next: BulkState }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: BulkRefusal };

/** The most questions of one change: more are chosen in parts. */
export const MOST_AT_ONCE = 5000;
const MOST_TAGS = 20;
export const LONGEST_TAG = 60;
export const LONGEST_SOURCE = 1000;

/** Whether the value of an action makes sense by itself; a category is looked up in scope by the command. */
export function isSoundAction({ kind, value }: BulkAction): boolean {
  switch (kind) {
    case 'move':
      return value !== '';
    case 'tag':
    case 'untag':
      return value !== '' && value.length <= LONGEST_TAG && !/[,;\n]/.test(value);
    case 'difficulty':
      return (difficulties as readonly string[]).includes(value);
    case 'source':
      return value.trim() !== '' && value.length <= LONGEST_SOURCE;
    case 'standing':
      return (standings as readonly string[]).includes(value);
    case 'archive':
    case 'restore':
      return value === '';
  }
}

/**
 * What an action makes of one question. A change of standing is judged like a single one: what its author may not approve
 * alone is not approved in a crowd either. A new source is a new version, and so a draft where a second person is asked for.
 */
export function bulkOutcome(
  question: BulkQuestion,
  { kind, value }: BulkAction,
  policyThere: ReviewPolicy,
): BulkOutcome {
  const { categoryId, difficulty, tags, standing, isArchived, source, policy } = question;
  const now: BulkState = { categoryId, difficulty, tags, standing, isArchived, source };
  const changed = (part: Partial<BulkState>): BulkOutcome => ({ kind: 'changed', next: { ...now, ...part } });
  const unchanged: BulkOutcome = { kind: 'unchanged' };
  switch (kind) {
    case 'move':
      if (value === categoryId) return unchanged;
      // Into a category that asks for a second person: nobody there has seen it.
      return changed({
        categoryId: value,
        ...(policyThere === 'second-person' && policy === 'none' && standing !== 'retired' && { standing: 'draft' }),
      });
    case 'tag':
      if (tags.includes(value)) return unchanged;
      return tags.length >= MOST_TAGS
        ? { kind: 'refused', reason: 'too-many-tags' }
        : changed({ tags: [...tags, value] });
    case 'untag':
      return tags.includes(value) ? changed({ tags: tags.filter((tag) => tag !== value) }) : unchanged;
    case 'difficulty':
      return value === difficulty ? unchanged : changed({ difficulty: value as Difficulty });
    case 'source':
      if (value === source) return unchanged;
      return changed({
        source: value,
        ...(policy === 'second-person' && standing !== 'retired' && { standing: 'draft' }),
      });
    case 'standing': {
      if (value === standing) return unchanged;
      const move = moveBetween({ standing, policy }, value as Standing);
      if (!move) return { kind: 'refused', reason: 'not-from-here' };
      const decision = moveStanding(question, move, '-');
      if (decision.kind === 'moved') return changed({ standing: decision.to });
      return { kind: 'refused', reason: decision.reason === 'own-version' ? 'own-version' : 'not-from-here' };
    }
    case 'archive':
      return isArchived ? unchanged : changed({ isArchived: true });
    case 'restore':
      return isArchived ? changed({ isArchived: false }) : unchanged;
  }
}

/** One question of a batch, before and after: only what differs. */
export interface BulkEntry {
  readonly id: string;
  /** Of the version that was current after the batch; absent in batches of long ago. */
  readonly number?: number;
  readonly before: Partial<BulkState>;
  readonly after: Partial<BulkState>;
}

export function bulkEntry(id: string, number: number, before: BulkState, after: BulkState): BulkEntry {
  const keys = (Object.keys(after) as (keyof BulkState)[]).filter((key) => !isSame(before[key], after[key]));
  const pick = (state: BulkState) => Object.fromEntries(keys.map((key) => [key, state[key]])) as Partial<BulkState>;
  // A new source is a new version.
  const newest = keys.includes('source') ? number + 1 : number;
  return { id, number: newest, before: pick(before), after: pick(after) };
}

/**
 * The state that undoes an entry, or null where somebody changed since what the batch had changed. A standing was given to a
 * version: it comes back to that one alone, since nobody has judged a later one.
 */
export function undoneState(
  now: BulkState & { readonly number: number },
  { before, after, number }: BulkEntry,
): BulkState | null {
  const { number: current, ...state } = now;
  const isStill = (Object.keys(after) as (keyof BulkState)[]).every((key) => isSame(state[key], after[key]));
  const isJudged = after.standing === undefined || number === undefined || current === number;
  return isStill && isJudged ? { ...state, ...before } : null;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
