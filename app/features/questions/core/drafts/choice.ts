import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import {
  type MultipleBody,
  type QuestionOption,
  type Scoring,
  type SingleBody,
  scorings,
} from '#app/features/questions/core/question.ts';
import type { DraftType } from './draft-type.ts';
import { changeRows, freeRowId, rowField, rowId } from './rows.ts';
import { clean } from './typed.ts';

export interface OptionDraft {
  id: string;
  text: string;
  feedback: string;
  isFixed: boolean;
}

/** The fields of single and multiple choice. */
export interface ChoiceDraft {
  options: OptionDraft[];
  /** The ids of the options that are right. */
  right: string[];
  scoring: Scoring;
}

const blankOption = (id: string): OptionDraft => ({ id, text: '', feedback: '', isFixed: false });

const common: Pick<DraftType<never, ChoiceDraft>, 'blank' | 'formField' | 'change'> = {
  /** Four empty options. */
  blank: () => ({
    options: [0, 1, 2, 3].map((index) => blankOption(rowId(index))),
    right: [],
    scoring: 'right-minus-wrong',
  }),

  formField: (field, draft) =>
    field === 'correct' ? 'right' : rowField(field, 'options', draft.options, isWritten(draft)),

  change(draft, change) {
    if (change.list !== 'options') return {};
    const options = changeRows(draft.options, change, () => blankOption(freeRowId(draft.options)), MAX_OPTIONS);
    return { options, right: draft.right.filter((id) => options.some((option) => option.id === id)) };
  },
};

export const singleDraft: DraftType<SingleBody, ChoiceDraft> = {
  ...common,
  draftOf: ({ options, correct }) => ({ options: options.map(rowOf), right: [correct], scoring: scorings[0] }),
  bodyOf: (stem, draft) => ({ type: 'single', stem, options: optionsOf(draft), correct: draft.right[0] ?? '' }),
};

export const multipleDraft: DraftType<MultipleBody, ChoiceDraft> = {
  ...common,
  draftOf: ({ options, correct, scoring }) => ({ options: options.map(rowOf), right: [...correct], scoring }),
  bodyOf: (stem, draft) => ({
    type: 'multiple',
    stem,
    options: optionsOf(draft),
    correct: draft.right,
    scoring: draft.scoring,
  }),
};

const rowOf = ({ id, text, feedback = '', fixed = false }: QuestionOption): OptionDraft => ({
  ...{ id, text, feedback },
  isFixed: fixed,
});

const isWritten = (draft: ChoiceDraft) => (option: OptionDraft) =>
  option.text.trim() !== '' || option.feedback.trim() !== '' || draft.right.includes(option.id);

function optionsOf(draft: ChoiceDraft): QuestionOption[] {
  return draft.options.filter(isWritten(draft)).map(({ id, text, feedback, isFixed }) => ({
    id,
    text: clean(text),
    ...(isFixed && { fixed: true }),
    ...(clean(feedback) && { feedback: clean(feedback) }),
  }));
}
