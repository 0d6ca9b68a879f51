import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import { partOf } from '#app/features/questions/core/parts.ts';
import type { MatchingBody, Scoring } from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { blankRow, changeRows, freeRowId, hasText, rowField, rowId, type TextRow } from './rows.ts';
import { clean } from './typed.ts';

export interface PromptDraft extends TextRow {
  /** The id of the choice that goes with it; '' for none yet. */
  choice: string;
  feedback: string;
}

export interface MatchingDraft {
  prompts: PromptDraft[];
  choices: TextRow[];
  scoring: Scoring;
}

const isWritten = ({ text, feedback }: PromptDraft) => text.trim() !== '' || feedback.trim() !== '';

export const matchingDraft: DraftType<MatchingBody, MatchingDraft> = {
  /** Three prompts, each with the choice beside it. */
  blank: () => ({
    prompts: [0, 1, 2].map((index) => ({ ...blankRow(rowId(index)), choice: rowId(index), feedback: '' })),
    choices: [0, 1, 2].map((index) => blankRow(rowId(index))),
    scoring: 'proportional',
  }),

  draftOf: ({ prompts, choices, pairs, scoring }) => ({
    prompts: prompts.map(({ id, text, feedback = '' }) => ({ id, text, choice: partOf(pairs, id) ?? '', feedback })),
    choices: choices.map(({ id, text }) => ({ id, text })),
    scoring,
  }),

  bodyOf(stem, draft) {
    const prompts = draft.prompts.filter(isWritten);
    return {
      type: 'matching',
      stem,
      prompts: prompts.map(({ id, text, feedback }) => ({
        ...{ id, text: clean(text) },
        ...(clean(feedback) && { feedback: clean(feedback) }),
      })),
      choices: draft.choices.filter(hasText).map(({ id, text }) => ({ id, text: clean(text) })),
      pairs: Object.fromEntries(prompts.flatMap(({ id, choice }) => (choice === '' ? [] : [[id, choice]]))),
      scoring: draft.scoring,
    };
  },

  formField: (field, { prompts, choices }) =>
    rowField(rowField(field, 'prompts', prompts, isWritten), 'choices', choices, hasText),

  change({ prompts, choices }, change) {
    if (change.list === 'prompts') {
      const blank = () => ({ ...blankRow(freeRowId(prompts)), choice: '', feedback: '' });
      return { prompts: changeRows(prompts, change, blank, MAX_OPTIONS) };
    }
    if (change.list !== 'choices') return {};
    const left = changeRows(choices, change, () => blankRow(freeRowId(choices)), MAX_OPTIONS);
    const isThere = (id: string) => left.some((choice) => choice.id === id);
    return {
      choices: left,
      prompts: prompts.map((prompt) => ({ ...prompt, choice: isThere(prompt.choice) ? prompt.choice : '' })),
    };
  },
};
