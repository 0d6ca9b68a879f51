import { blankDraft, type QuestionDraft } from '#app/features/questions/core/question-draft.ts';

const common = { difficulty: 'easy', explanation: 'Theo văn bản nêu trên.', source: 'Nghị quyết 35-NQ/TW, mục I' };

/** A sound draft of each type, as an author would type it, into a category. */
export const typed = {
  single: (categoryId: string, stem = 'Nghị quyết 35 ban hành năm nào?'): QuestionDraft => {
    const draft = { ...blankDraft('single', categoryId), ...common, stem, tags: 'văn bản, thời gian', right: ['a'] };
    draft.options[0]!.text = 'Năm 2018';
    draft.options[1]!.text = 'Năm 2016';
    draft.options[2]!.text = 'Năm 2021';
    return draft;
  },
  multiple: (categoryId: string, stem = 'Những việc nào nên làm?'): QuestionDraft => {
    const draft = { ...blankDraft('multiple', categoryId), ...common, stem, difficulty: 'medium', right: ['a', 'b'] };
    draft.options[0]!.text = 'Kiểm tra nguồn';
    draft.options[1]!.text = 'Hỏi người phụ trách';
    draft.options[2]!.text = 'Chia sẻ ngay';
    return draft;
  },
  trueFalse: (categoryId: string, stem = 'Văn bản do Bộ Chính trị ban hành.'): QuestionDraft => ({
    ...blankDraft('true-false', categoryId),
    ...common,
    stem,
    truth: 'true',
  }),
  shortAnswer: (categoryId: string, stem = 'Cơ quan nào ban hành?'): QuestionDraft => ({
    ...blankDraft('short-answer', categoryId),
    ...common,
    stem,
    difficulty: 'hard',
    answers: [
      { text: 'Bộ Chính trị', percent: '100' },
      { text: 'Trung ương', percent: '33,3' },
    ],
    ignoreTones: true,
  }),
};
