import type { ListChange } from '#app/features/questions/core/list-change.ts';
import type { QuestionProblem } from '#app/features/questions/core/question.ts';

/**
 * The form of one type of question: its own fields (`Part`) among those of a question's draft, every field as typed. One
 * object per type, listed in `question-draft.ts`.
 */
export interface DraftType<Body, Part> {
  /** Where an author starts. */
  blank(): Partial<Part>;
  /** The fields that show a body; `bodyOf` of them gives the body again. */
  draftOf(body: Body): Partial<Part>;
  /** The body that the fields mean so far; rows left wholly blank count as not there. */
  bodyOf(stem: string, part: Part): Body;
  /** The form's name for a field of the body: blank rows are counted again, and some controls have names of their own. */
  formField(field: string, part: Part & { stem: string }): string;
  /** The fields after a button was pressed: a row added, removed or moved. */
  change(part: Part & { stem: string }, change: ListChange): Partial<Part>;
  /** What only the form can leave open, such as a truth that is not chosen. */
  problems?(part: Part): QuestionProblem[];
}
