import type { ReactElement } from 'react';
import type { QuestionTypeName } from '../../core/question.ts';
import { BlanksEditor } from './blanks-editor.tsx';
import { ChoiceEditor } from './choice-editor.tsx';
import { ClusterEditor } from './cluster-editor.tsx';
import type { EditorProps } from './editor.ts';
import { EssayEditor } from './essay-editor.tsx';
import { MatchingEditor } from './matching-editor.tsx';
import { NumericalEditor } from './numerical-editor.tsx';
import { OrderingEditor } from './ordering-editor.tsx';
import { ShortAnswerEditor } from './short-answer-editor.tsx';
import { TrueFalseEditor } from './true-false-editor.tsx';

/** The editor of each type of question: its fields between the stem and the explanation. */
export const editors: Record<QuestionTypeName, (props: EditorProps) => ReactElement> = {
  single: ChoiceEditor,
  multiple: ChoiceEditor,
  'true-false': TrueFalseEditor,
  cluster: ClusterEditor,
  matching: MatchingEditor,
  ordering: OrderingEditor,
  'short-answer': ShortAnswerEditor,
  numerical: NumericalEditor,
  blanks: BlanksEditor,
  essay: EssayEditor,
};
