/** What an undo must know of one question that an import made or changed. */
export interface UndoFacts {
  questionId: string;
  code: string;
  kind: 'created' | 'new-version';
  versionId: string;
  currentVersionId: string | null;
  isInQuiz: boolean;
  isAnswered: boolean;
  /** On a sheet of paper that was printed. */
  isPrinted: boolean;
  /** A lesson asks it. */
  isInLesson: boolean;
  isDiscussed: boolean;
  isDrawable: boolean;
}

export type KeptBecause = 'edited' | 'in-quiz' | 'answered' | 'printed' | 'in-lesson' | 'discussed';

export interface UndoPlan {
  remove: string[];
  /** Nobody has had it yet, but a random draw may have it in its hand. */
  archive: string[];
  /** The former content becomes the newest version; what the import wrote stays in the history. */
  putBack: string[];
  kept: { questionId: string; code: string; because: KeptBecause }[];
}

/** What an undo does with each question: what has been used or changed since stays, and is named. */
export function planUndo(facts: readonly UndoFacts[]): UndoPlan {
  const plan: UndoPlan = { remove: [], archive: [], putBack: [], kept: [] };
  for (const fact of facts) {
    const { questionId, code } = fact;
    const because = keptBecause(fact);
    if (because) plan.kept.push({ questionId, code, because });
    else if (fact.kind === 'new-version') plan.putBack.push(questionId);
    else if (fact.isDrawable) plan.archive.push(questionId);
    else plan.remove.push(questionId);
  }
  return plan;
}

function keptBecause(fact: UndoFacts): KeptBecause | null {
  if (fact.currentVersionId !== fact.versionId) return 'edited';
  if (fact.isAnswered) return 'answered';
  // A quiz that names the question has it in every version.
  if (fact.kind === 'new-version') return null;
  if (fact.isInQuiz) return 'in-quiz';
  if (fact.isPrinted) return 'printed';
  if (fact.isInLesson) return 'in-lesson';
  return fact.isDiscussed ? 'discussed' : null;
}
