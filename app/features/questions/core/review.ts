/** How far a question has come; `Question.standing`. */
export const standings = ['draft', 'reviewed', 'approved', 'retired'] as const;
export type Standing = (typeof standings)[number];

/** What a category asks of its questions; `QuestionCategory.review`. */
export const reviewPolicies = ['none', 'second-person'] as const;
export type ReviewPolicy = (typeof reviewPolicies)[number];

/** What somebody does to a question's standing. */
export const standingMoves = ['review', 'approve', 'return', 'retire', 'revive'] as const;
export type StandingMove = (typeof standingMoves)[number];

export interface JudgedQuestion {
  readonly standing: Standing;
  readonly policy: ReviewPolicy;
  /** The actor wrote the current version. */
  readonly isOwn: boolean;
}

export type MoveRefusal = 'own-version' | 'not-from-here' | 'note-missing';

export type MoveDecision =
  | { readonly kind: 'moved'; readonly to: Standing }
  | { readonly kind: 'refused'; readonly reason: MoveRefusal };

/**
 * Where a move leads. Where a category asks for a second person, nobody reviews or approves what they wrote themselves and
 * nothing is approved before it was reviewed; the reviewer may approve. Sending back wants a note: the author must know why.
 */
export function moveStanding({ standing, policy, isOwn }: JudgedQuestion, move: StandingMove, note = ''): MoveDecision {
  const to = targetOf(standing, policy, move);
  if (!to) return { kind: 'refused', reason: 'not-from-here' };
  if (policy === 'second-person' && isOwn && (move === 'review' || move === 'approve'))
    return { kind: 'refused', reason: 'own-version' };
  if (move === 'return' && note.trim() === '') return { kind: 'refused', reason: 'note-missing' };
  return { kind: 'moved', to };
}

function targetOf(standing: Standing, policy: ReviewPolicy, move: StandingMove): Standing | null {
  switch (move) {
    case 'review':
      return standing === 'draft' ? 'reviewed' : null;
    case 'approve':
      return standing === 'reviewed' || (standing === 'draft' && policy === 'none') ? 'approved' : null;
    case 'return':
      return standing === 'reviewed' || standing === 'approved' ? 'draft' : null;
    case 'retire':
      return standing === 'retired' ? null : 'retired';
    case 'revive':
      return standing === 'retired' ? standingOfNew(policy) : null;
  }
}

/** The moves that the actor may make now, in the order of their buttons. */
export function movesOf(question: JudgedQuestion): StandingMove[] {
  return standingMoves.filter((move) => moveStanding(question, move, 'note').kind === 'moved');
}

/** The move that leads from one standing to another, or null where no single move does. */
export function moveBetween(question: Omit<JudgedQuestion, 'isOwn'>, to: Standing): StandingMove | null {
  return standingMoves.find((move) => targetOf(question.standing, question.policy, move) === to) ?? null;
}

/** The standing of a question that is written in, or taken into, a category. */
export const standingOfNew = (policy: ReviewPolicy): Standing => (policy === 'second-person' ? 'draft' : 'approved');

/** The standing after an edit: what a second person approved was another version. A retired question stays retired. */
export function standingAfterEdit(standing: Standing, policy: ReviewPolicy): Standing {
  return policy === 'second-person' && standing !== 'retired' ? 'draft' : standing;
}

/** Whether random draws may take it. Fixed slots keep their question whatever its standing. */
export function mayBeDrawn(standing: string, policy: string): boolean {
  return policy === 'second-person' ? standing === 'approved' : standing !== 'retired';
}

/** Whether somebody other than the author of its version is asked to look at it. */
export function waitsForReview({ standing, policy, isOwn }: JudgedQuestion): boolean {
  return policy === 'second-person' && !isOwn && (standing === 'draft' || standing === 'reviewed');
}

export const readStanding = (text: string): Standing => standings.find((one) => one === text) ?? 'approved';
export const readPolicy = (text: string): ReviewPolicy => (text === 'second-person' ? 'second-person' : 'none');
