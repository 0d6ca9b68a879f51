import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import type { ClusterBody, Scoring } from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { changeRows, freeRowId, rowField, rowId } from './rows.ts';
import { clean } from './typed.ts';

export interface StatementDraft {
  id: string;
  text: string;
  answer: '' | 'true' | 'false';
  feedback: string;
}

export interface ClusterDraft {
  statements: StatementDraft[];
  scoring: Scoring;
}

const blankStatement = (id: string): StatementDraft => ({ id, text: '', answer: '', feedback: '' });
const isWritten = ({ text, feedback, answer }: StatementDraft) =>
  text.trim() !== '' || feedback.trim() !== '' || answer !== '';

export const clusterDraft: DraftType<ClusterBody, ClusterDraft> = {
  blank: () => ({
    statements: [0, 1, 2, 3].map((index) => blankStatement(rowId(index))),
    scoring: 'right-minus-wrong',
  }),

  draftOf: ({ statements, scoring }) => ({
    statements: statements.map(({ id, text, answer, feedback = '' }) => ({
      ...{ id, text, feedback },
      answer: answer ? 'true' : 'false',
    })),
    scoring,
  }),

  bodyOf: (stem, { statements, scoring }) => ({
    type: 'cluster',
    stem,
    statements: statements.filter(isWritten).map(({ id, text, answer, feedback }) => ({
      ...{ id, text: clean(text) },
      answer: answer === 'true',
      ...(clean(feedback) && { feedback: clean(feedback) }),
    })),
    scoring,
  }),

  formField: (field, { statements }) => rowField(field, 'statements', statements, isWritten),

  change: ({ statements }, change) =>
    change.list === 'statements'
      ? { statements: changeRows(statements, change, () => blankStatement(freeRowId(statements)), MAX_OPTIONS) }
      : {},

  problems: ({ statements }) =>
    statements.flatMap((row, index) =>
      isWritten(row) && row.answer === '' ? [{ field: `statements[${index}].answer`, code: 'missing' as const }] : [],
    ),
};
