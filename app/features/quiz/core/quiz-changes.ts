import type { QuizDraft, SlotDraft } from './quiz-draft.ts';
import { REVIEW_WHENS, type ReviewWhen } from './review.ts';

const PLAIN_FIELDS = [
  'title',
  'kind',
  'place',
  'instructions',
  'timeLimitMinutes',
  'attemptsAllowed',
  'which',
  'passGrade',
  'gradeScale',
  'questionsPerPage',
  'shuffleQuestions',
  'shuffleOptions',
  'openAt',
  'closeAt',
  'graceSeconds',
  'delayMinutes',
  'behaviour',
  'triesAllowed',
  'tryPenaltyPercent',
  'certainty',
  'forwardOnly',
  'accessKind',
  'accessPassword',
  'networks',
  'markers',
  'disagreementPercent',
  'thresholdExcellent',
  'thresholdGood',
  'thresholdAverage',
  'bands',
] as const;

export type PlainQuizField = (typeof PLAIN_FIELDS)[number];

/** What differs between two states of a quiz. Values are as the form holds them; for a slot null is "not there". */
export type QuizChange =
  | { readonly field: PlainQuizField; readonly before: string; readonly after: string }
  | { readonly field: 'review'; readonly when: ReviewWhen; readonly before: string; readonly after: string }
  | {
      readonly field: 'slot';
      readonly slot: SlotDraft;
      readonly before: SlotDraft | null;
      readonly after: SlotDraft | null;
    }
  | { readonly field: 'slot-order' };

/** Field by field, in the order of the form. */
export function quizChanges(before: QuizDraft, after: QuizDraft): QuizChange[] {
  const changes: QuizChange[] = [];
  for (const field of PLAIN_FIELDS) {
    const [was, is] = [plain(before, field), plain(after, field)];
    if (was !== is) changes.push({ field, before: was, after: is });
  }
  for (const when of REVIEW_WHENS) {
    const [was, is] = [printed(before, when), printed(after, when)];
    if (was !== is) changes.push({ field: 'review', when, before: was, after: is });
  }
  const [old, now] = [keyed(before.slots), keyed(after.slots)];
  for (const [key, slot] of now) {
    const was = old.get(key) ?? null;
    if (!was || !isSameSlot(was, slot)) changes.push({ field: 'slot', slot, before: was, after: slot });
  }
  for (const [key, slot] of old) if (!now.has(key)) changes.push({ field: 'slot', slot, before: slot, after: null });
  const shared = [...now.keys()].filter((key) => old.has(key)).join();
  if (shared !== [...old.keys()].filter((key) => now.has(key)).join()) changes.push({ field: 'slot-order' });
  return changes;
}

/**
 * My draft with what the others changed meanwhile: a field that I left as it was at `base` takes theirs, one that I
 * changed keeps mine. Slots are judged one by one: mine are added, changed and taken away within their list.
 */
export function mergeQuizDrafts(base: QuizDraft, mine: QuizDraft, theirs: QuizDraft): QuizDraft {
  const merged: QuizDraft = { ...theirs, review: { ...theirs.review } };
  for (const field of PLAIN_FIELDS) {
    if (plain(mine, field) !== plain(base, field)) Object.assign(merged, { [field]: mine[field] });
  }
  for (const when of REVIEW_WHENS) {
    if (printed(mine, when) !== printed(base, when)) merged.review[when] = mine.review[when];
  }
  const [old, own, other] = [keyed(base.slots), keyed(mine.slots), keyed(theirs.slots)];
  const theirSlots = [...other].flatMap(([key, slot]) => {
    const was = old.get(key);
    const is = own.get(key);
    if (was && !is) return isSameSlot(was, slot) ? [] : [slot];
    return [is && was && !isSameSlot(was, is) ? is : slot];
  });
  const added = [...own].filter(([key]) => !old.has(key) && !other.has(key)).map(([, slot]) => slot);
  return { ...merged, slots: [...theirSlots, ...added] };
}

/** A field as one text; bands as their lines. */
function plain(draft: QuizDraft, field: PlainQuizField): string {
  if (field !== 'bands') return String(draft[field]);
  return draft.bands.map(({ from, text }) => `${from}: ${text}`).join('\n');
}

const printed = (draft: QuizDraft, when: ReviewWhen) => [...draft.review[when]].sort().join(', ');

/** Slots by what they ask for: the same question, or the first, second ... draw from the same category, tag and difficulty. */
function keyed(slots: readonly SlotDraft[]): Map<string, SlotDraft> {
  const map = new Map<string, SlotDraft>();
  for (const slot of slots) {
    const source =
      slot.kind === 'fixed'
        ? `question ${slot.questionId}`
        : `draw ${slot.categoryId} ${slot.withSubcategories} ${slot.difficulty} ${slot.tag}`;
    let key = source;
    for (let nth = 2; map.has(key); nth += 1) key = `${source} ${nth}`;
    map.set(key, slot);
  }
  return map;
}

const isSameSlot = (a: SlotDraft, b: SlotDraft) => a.count === b.count && a.maxMark === b.maxMark;
