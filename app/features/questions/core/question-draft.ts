import { optionId } from '#app/features/questions/core/content-question.ts';
import { changeList, type ListChange } from '#app/features/questions/core/list-change.ts';
import { MAX_OPTIONS } from '#app/features/questions/core/options.ts';
import {
  type Difficulty,
  type QuestionBody,
  type QuestionTypeName,
  type Scoring,
  scorings,
} from '#app/features/questions/core/question.ts';

export interface OptionDraft {
  id: string;
  text: string;
  feedback: string;
  isFixed: boolean;
}

export interface AnswerDraft {
  text: string;
  /** What it earns, as typed: '100', '33,3'. */
  percent: string;
}

/**
 * A question as it stands in the author's form: every field as typed, whether or not it makes sense yet. The fields of the
 * types that it is not are there too and count for nothing.
 */
export interface QuestionDraft {
  type: QuestionTypeName;
  categoryId: string;
  difficulty: string;
  /** Separated by commas. */
  tags: string;
  stem: string;
  options: OptionDraft[];
  /** The ids of the options that are right. */
  right: string[];
  scoring: Scoring;
  truth: '' | 'true' | 'false';
  feedbackTrue: string;
  feedbackFalse: string;
  answers: AnswerDraft[];
  ignoreCase: boolean;
  ignoreTones: boolean;
  equivalentSpelling: boolean;
  explanation: string;
  source: string;
}

/** A question as an author means it: what `contentOfDraft` reads out of a draft. */
export interface AuthoredQuestion {
  categoryId: string;
  difficulty: Difficulty;
  tags: string[];
  body: QuestionBody;
  explanation: string;
  source: string;
}

const BLANK = {
  difficulty: '',
  tags: '',
  stem: '',
  right: [],
  scoring: 'right-minus-wrong',
  truth: '',
  feedbackTrue: '',
  feedbackFalse: '',
  ignoreCase: true,
  ignoreTones: false,
  equivalentSpelling: true,
  explanation: '',
  source: '',
} satisfies Partial<QuestionDraft>;

const blankOption = (id: string): OptionDraft => ({ id, text: '', feedback: '', isFixed: false });
const blankAnswer = (): AnswerDraft => ({ text: '', percent: '100' });

/** Where an author starts: four empty options, one empty answer. */
export function blankDraft(type: QuestionTypeName, categoryId = ''): QuestionDraft {
  const options = [0, 1, 2, 3].map((index) => blankOption(optionId(index)));
  return { ...BLANK, type, categoryId, right: [], options, answers: [blankAnswer()] };
}

/** The draft that shows a stored question; `contentOfDraft` of it gives the question again. */
export function draftOf(question: AuthoredQuestion): QuestionDraft {
  const { body, tags, ...meta } = question;
  const draft = { ...blankDraft(body.type), ...meta, stem: body.stem, tags: tags.join(', ') };
  switch (body.type) {
    case 'single':
    case 'multiple':
      return {
        ...draft,
        options: body.options.map(({ id, text, feedback = '', fixed = false }) => ({
          id,
          text,
          feedback,
          isFixed: fixed,
        })),
        right: body.type === 'single' ? [body.correct] : [...body.correct],
        scoring: body.type === 'single' ? scorings[0] : body.scoring,
      };
    case 'true-false': {
      const { feedbackTrue = '', feedbackFalse = '' } = body;
      return { ...draft, truth: body.answer ? 'true' : 'false', feedbackTrue, feedbackFalse };
    }
    case 'short-answer':
      return {
        ...draft,
        answers: body.answers.map(({ text, fraction }) => ({ text, percent: printPercent(fraction) })),
        ignoreCase: !body.matching.case,
        ignoreTones: body.matching.tones === 'ignore',
        equivalentSpelling: body.matching.spelling === 'equivalent',
      };
    default:
      throw new RangeError(`Questions of type ${body.type} have no form yet`);
  }
}

/** The draft after one of its buttons was pressed: an option or an answer added, removed or moved. */
export function changeDraft(draft: QuestionDraft, change: ListChange): QuestionDraft {
  if (change.list === 'answers') return { ...draft, answers: changeList(draft.answers, change, blankAnswer) };
  if (change.list !== 'options') return draft;
  if (change.does === 'add' && draft.options.length >= MAX_OPTIONS) return draft;
  const options = changeList(draft.options, change, () => blankOption(freeOptionId(draft.options)));
  return { ...draft, options, right: draft.right.filter((id) => options.some((option) => option.id === id)) };
}

function freeOptionId(options: readonly OptionDraft[]): string {
  for (let index = 0; ; index += 1) {
    const id = optionId(index);
    if (!options.some((option) => option.id === id)) return id;
  }
}

/** 0.333 as '33,3': the comma is what authors here write, and both are read. */
function printPercent(fraction: number): string {
  return String(Number((fraction * 100).toFixed(5))).replace('.', ',');
}
