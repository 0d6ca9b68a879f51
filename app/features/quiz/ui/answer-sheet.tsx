import type { ReactNode } from 'react';
import type { QuestionTypeName } from '#app/features/questions/core/question.ts';
import { BlanksSheet } from './sheets/blanks-sheet.tsx';
import { ChoiceSheet } from './sheets/choice-sheet.tsx';
import { ClusterSheet } from './sheets/cluster-sheet.tsx';
import { EssaySheet } from './sheets/essay-sheet.tsx';
import { MatchingSheet } from './sheets/matching-sheet.tsx';
import { OrderingSheet } from './sheets/ordering-sheet.tsx';
import type { SheetProps } from './sheets/sheet.ts';
import { NumericalSheet, ShortAnswerSheet } from './sheets/text-sheet.tsx';
import { TrueFalseSheet } from './sheets/true-false-sheet.tsx';

/** One sheet for each type of question; a new type adds its line here and its file beside the others. */
const SHEETS: Readonly<Record<QuestionTypeName, (props: SheetProps) => ReactNode>> = {
  single: ChoiceSheet,
  multiple: ChoiceSheet,
  'true-false': TrueFalseSheet,
  cluster: ClusterSheet,
  matching: MatchingSheet,
  ordering: OrderingSheet,
  'short-answer': ShortAnswerSheet,
  numerical: NumericalSheet,
  blanks: BlanksSheet,
  essay: EssaySheet,
};

/** Where one question is answered. Fields `a<slot>` or `a<slot>.<part>`, the same with and without JavaScript. */
export function AnswerSheet(props: SheetProps) {
  const Sheet = SHEETS[props.question.type];
  return <Sheet {...props} />;
}
