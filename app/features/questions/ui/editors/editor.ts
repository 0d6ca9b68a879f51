import type { ListChange } from '../../core/list-change.ts';
import type { QuestionDraft, TypeDrafts } from '../../core/question-draft.ts';

/** The lists of rows of a draft. */
type RowLists = { [Name in keyof TypeDrafts]: TypeDrafts[Name] extends object[] ? Name : never }[keyof TypeDrafts];

/** What the editor of a type of question gets. */
export type EditorProps = {
  draft: QuestionDraft;
  problemOf: (field: string) => string | undefined;
  set: (change: Partial<QuestionDraft>) => void;
  /** Changes one row of a list. */
  setRow: <Name extends RowLists>(list: Name, at: number, change: Partial<TypeDrafts[Name][number]>) => void;
  onList: (change: ListChange) => void;
};
