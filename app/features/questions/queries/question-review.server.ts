import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { movesOf, type ReviewPolicy, type Standing, type StandingMove } from '../core/review.ts';
import { listComments } from '../data/comments.server.ts';
import { findQuestion } from '../data/questions.server.ts';
import { listReviewSteps } from '../data/reviews.server.ts';
import { listAuthorNames } from '../data/versions.server.ts';

export interface QuestionReviewView {
  number: number;
  standing: Standing;
  policy: ReviewPolicy;
  isOwn: boolean;
  moves: StandingMove[];
  /** The newest first. */
  steps: { versionNumber: number; from: Standing; to: Standing; note: string; by: string | null; at: Date }[];
  /** The open ones first. */
  comments: {
    id: string;
    versionNumber: number;
    text: string;
    by: string | null;
    at: Date;
    settledAt: Date | null;
    settledBy: string | null;
  }[];
}

/** Where a question stands, what the actor may do about it, and what was said. */
export async function questionReview(actor: Actor, questionId: string): Promise<QuestionReviewView> {
  const scope = requireScope(actor, 'question.author');
  const { read } = database();
  const question = await findQuestion(read, scope, questionId);
  if (!question) throw new AppError('not-found');
  const { number, standing, policy } = question;
  const isOwn = question.versionAuthorId === actor.personId;
  const steps = await listReviewSteps(read, questionId);
  const comments = await listComments(read, questionId);
  const names = await listAuthorNames(read, [
    ...steps.map(({ byId }) => byId),
    ...comments.flatMap(({ authorId, settledById }) => [authorId, settledById]),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null;
  return {
    ...{ number, standing, policy, isOwn, moves: movesOf({ standing, policy, isOwn }) },
    steps: steps.map(({ byId, id: _, ...step }) => ({ ...step, by: nameOf(byId) })),
    comments: comments.map(({ id, versionNumber, text, authorId, createdAt, settledAt, settledById }) => ({
      ...{ id, versionNumber, text, settledAt },
      ...{ by: nameOf(authorId), at: createdAt, settledBy: nameOf(settledById) },
    })),
  };
}
