import { hasChecks } from '../behaviour.ts';
import { REVIEW_WHATS, REVIEW_WHENS, type ReviewMatrix, type ReviewWhat, type ReviewWhen, shownAt } from '../review.ts';
import type { Behaviour, QuizKind } from '../settings.ts';

/** Who looks at an attempt. The matrix is meant for the first; what the others see follows from what they are there for. */
export const VIEWERS = ['learner', 'leader', 'administrator', 'examiner', 'marker', 'author'] as const;
export type Viewer = (typeof VIEWERS)[number];

type Seen = ReadonlySet<ReviewWhat>;
const NOTHING: Seen = new Set();

const onlyOf = (learner: Seen, ...whats: ReviewWhat[]): Seen => new Set(whats.filter((what) => learner.has(what)));

/** A leader, of one attempt: its grade as soon as who wrote it sees it, and never a question or an answer. */
export const seenByLeader = (learner: Seen): Seen => onlyOf(learner, 'overall');

/** Who manages people hands out what is stored of a person: grade and answers as far as that person sees them now. */
export const seenByAdministrator = (learner: Seen): Seen => onlyOf(learner, 'overall', 'answers');

/** Who runs an exam, whatever the matrix says: grades once the session is closed, since before that the room may still sit. */
export const seenByExaminer = ({ closedAt }: { readonly closedAt: Date | null }): Seen =>
  closedAt === null ? NOTHING : new Set(['overall']);

/** Who marks by hand, without a name: the answers to be marked and what was given for them, once they are handed in. */
export const seenByMarker = (when: ReviewWhen): Seen => (when === 'during' ? NOTHING : new Set(['answers', 'marks']));

/** An author, of the own questions at any time and without anybody's answer. */
export const seenByAuthor: Seen = new Set(['right-answer', 'explanation']);

/** A time at which a viewer sees something else than before. */
export type SightTime = ReviewWhen | 'session-open' | 'session-closed' | 'submitted' | 'always';

export interface Sight {
  readonly at: SightTime;
  readonly seen: Seen;
}

/** What a viewer sees of an attempt at a quiz, time by time, in the order in which the times come. */
export function sightsOf(
  viewer: Viewer,
  quiz: { readonly kind: QuizKind; readonly behaviour: Behaviour; readonly review: ReviewMatrix },
): Sight[] {
  // An exam with a behaviour that checks is a mistake of the author's, named elsewhere: nothing is checked in it.
  const isChecked = quiz.kind === 'practice' && hasChecks(quiz);
  const learner: Sight[] = REVIEW_WHENS.map((at) => ({ at, seen: shownAt(quiz, at, { isChecked }) }));
  // Nobody else is shown anything of an attempt that is not handed in.
  const ended = (of: (learner: Seen) => Seen): Sight[] =>
    learner.map(({ at, seen }) => ({ at, seen: at === 'during' ? NOTHING : of(seen) }));
  switch (viewer) {
    case 'learner':
      return learner;
    case 'leader':
      return ended(seenByLeader);
    case 'administrator':
      return ended(seenByAdministrator);
    case 'examiner':
      return [
        { at: 'session-open', seen: seenByExaminer({ closedAt: null }) },
        { at: 'session-closed', seen: seenByExaminer({ closedAt: new Date(0) }) },
      ];
    case 'marker':
      return [
        { at: 'during', seen: seenByMarker('during') },
        { at: 'submitted', seen: seenByMarker('just-after') },
      ];
    case 'author':
      return [{ at: 'always', seen: seenByAuthor }];
  }
}

/** Neighbouring times at which the same is seen, as one. */
export function joinedSights(sights: readonly Sight[]): { at: SightTime[]; seen: Seen }[] {
  const joined: { at: SightTime[]; seen: Seen }[] = [];
  for (const { at, seen } of sights) {
    const last = joined.at(-1);
    if (last && REVIEW_WHATS.every((what) => last.seen.has(what) === seen.has(what))) last.at.push(at);
    else joined.push({ at: [at], seen });
  }
  return joined;
}
