import type { SeededRandom } from '#app/kernel/seeded-random.ts';

/** How hard a question is; random draws ask for it. */
export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** One option of a choice question. The id never reaches a learner: learners know options by displayed position. */
export interface QuestionOption {
  id: string;
  /** Markdown. */
  text: string;
  /** Keeps its place when options are shuffled ("Tất cả các ý trên"). */
  fixed?: boolean;
  /** Markdown, shown in review to whoever may see it. */
  feedback?: string;
}

/** Exactly one option is right. */
export interface SingleBody {
  type: 'single';
  stem: string;
  options: QuestionOption[];
  correct: string;
}

/** How a multiple choice question earns part of its mark; `types/multiple.ts` holds the rules. */
export const scorings = ['all-or-nothing', 'proportional', 'right-minus-wrong'] as const;
export type Scoring = (typeof scorings)[number];

/** Any number of options is right. */
export interface MultipleBody {
  type: 'multiple';
  stem: string;
  options: QuestionOption[];
  correct: string[];
  scoring: Scoring;
}

/** The stem is a statement, true or false. */
export interface TrueFalseBody {
  type: 'true-false';
  stem: string;
  answer: boolean;
  feedbackTrue?: string;
  feedbackFalse?: string;
}

/** What may differ between the typed answer and the written one and still be the same. */
export interface Matching {
  /** true: capital letters must agree. */
  case: boolean;
  /** 'ignore': 'Bo Chinh tri' is 'Bộ Chính trị'. */
  tones: 'exact' | 'ignore';
  /** 'equivalent': hoà is hòa, kỹ is kĩ. */
  spelling: 'exact' | 'equivalent';
}

/** A short text is typed; the best of the matching answers counts. */
export interface ShortAnswerBody {
  type: 'short-answer';
  stem: string;
  /** Plain text, and what it earns, 0..1. */
  answers: { text: string; fraction: number }[];
  matching: Matching;
}

/** Several statements under one stem, each true or false; each earns its share. */
export interface ClusterBody {
  type: 'cluster';
  stem: string;
  statements: { id: string; text: string; answer: boolean; feedback?: string }[];
  scoring: Scoring;
}

/** Each prompt goes with one choice; a choice may serve several prompts or none. Choices always come in an order of chance. */
export interface MatchingBody {
  type: 'matching';
  stem: string;
  /** `feedback` is for who paired the prompt, with whatever choice. */
  prompts: { id: string; text: string; feedback?: string }[];
  choices: { id: string; text: string }[];
  /** Prompt id -> choice id. */
  pairs: Record<string, string>;
  scoring: Scoring;
}

/** How an order earns part of its mark; `types/ordering.ts` holds the rules. */
export const orderScorings = ['all-or-nothing', 'in-place', 'next-to'] as const;
export type OrderScoring = (typeof orderScorings)[number];

/** The items are written in the right order and always shown in an order of chance. */
export interface OrderingBody {
  type: 'ordering';
  stem: string;
  items: { id: string; text: string }[];
  scoring: OrderScoring;
}

/** A number is typed, with or without a unit; the best of the matching answers counts. */
export interface NumericalBody {
  type: 'numerical';
  stem: string;
  answers: {
    value: number;
    tolerance: number;
    toleranceKind: 'absolute' | 'relative';
    fraction: number;
    feedback?: string;
  }[];
  /** Names of the unit and what a number in it is multiplied by to be in the unit of the answers; empty: no units. */
  units: { name: string; factor: number }[];
  /** not-asked: a unit is ignored. optional: a known one is converted. required: without it `unitPenalty` is lost. */
  unitPolicy: 'not-asked' | 'optional' | 'required';
  unitPenalty: number;
}

/** One gap of a text. */
export type Blank = {
  id: string;
  /** Its share of the mark, relative to the others. */
  weight: number;
  /** Markdown, for who filled it in, with whatever. */
  feedback?: string;
} & (
  | { kind: 'text'; answers: { text: string; fraction: number }[]; matching: Matching }
  | { kind: 'choice'; options: { id: string; text: string }[]; correct: string }
  | { kind: 'number'; answers: { value: number; tolerance: number; fraction: number }[] }
);

/** The stem holds each blank once as {{id}}. */
export interface BlanksBody {
  type: 'blanks';
  stem: string;
  blanks: Blank[];
}

/** One thing that a marker looks at, with its levels; the best levels of all criteria add up to the whole mark. */
export interface RubricCriterion {
  id: string;
  text: string;
  levels: { points: number; text: string }[];
}

/** A long answer, marked by a person. */
export interface EssayBody {
  type: 'essay';
  stem: string;
  minWords: number;
  /** 0: no limit. */
  maxWords: number;
  /** 0: no files may be attached. */
  maxFiles: number;
  rubric: RubricCriterion[];
  /** For markers only. */
  markerNotes: string;
}

/** What a question asks and what is right, as stored in the JSON of a question version. The stem is Markdown. */
export type QuestionBody =
  | SingleBody
  | MultipleBody
  | TrueFalseBody
  | ClusterBody
  | MatchingBody
  | OrderingBody
  | ShortAnswerBody
  | NumericalBody
  | BlanksBody
  | EssayBody;
export type QuestionTypeName = QuestionBody['type'];

/**
 * A stored answer. single: an option id. multiple: sorted option ids. true-false: a truth value. short-answer, numerical,
 * essay: a trimmed NFC text. ordering: all item ids in the chosen order. By id, only what is answered: cluster (statement
 * -> 'true' or 'false'), matching (prompt -> choice id), blanks (blank -> text or option id). Never empty: that is null.
 */
export type QuestionResponse = string | string[] | boolean | Record<string, string>;

/**
 * The ids in the order in which one attempt displays them; empty for types that have nothing to order. A type with
 * several lists writes them one after the other (matching: prompts, choices; blanks: the options of each choice in turn).
 */
export type OptionOrder = readonly string[];

/** What no honest form sends: a position that is not there, a text that is too long. A symbol, as any string may be an answer. */
export const invalidResponse: unique symbol = Symbol('invalid response');

/** A text that is known to a learner by its displayed position, from 0. */
export interface PresentedText {
  position: number;
  text: string;
}

/** A gap of a text. The stem holds it as {{position}}. */
export interface PresentedBlank {
  position: number;
  kind: 'text' | 'choice' | 'number';
  /** Of a choice, in displayed order. */
  options?: PresentedText[];
}

/** What a learner may see of a question before review: positions, never ids, and no trace of the key. */
export interface PresentedQuestion {
  type: QuestionTypeName;
  stem: string;
  /** single, multiple: in displayed order. */
  options?: PresentedText[];
  /** Several options may be chosen. */
  multiple?: boolean;
  /** cluster: each is to be called true or false. */
  statements?: PresentedText[];
  /** matching: each is to be given one of `choices`. */
  prompts?: PresentedText[];
  choices?: PresentedText[];
  /** ordering: to be put in order. */
  items?: PresentedText[];
  /** blanks: in the order of the stem. */
  blanks?: PresentedBlank[];
  /** numerical: the names of the units that are understood; none when no unit is asked for. */
  units?: string[];
  /** essay. maxWords 0: no limit; maxFiles 0: none may be attached. */
  limits?: { minWords: number; maxWords: number; maxFiles: number };
  /** essay: what a marker looks at. */
  criteria?: string[];
}

/**
 * A response in the form in which `readResponse` reads it: position, positions, 'true' or 'false', text; by displayed
 * position a record of those (cluster { "0": "true" }, matching { "0": 2 }, blanks { "0": "text", "1": 3 }); for ordering
 * the displayed positions in the chosen order. Null for none.
 */
export type PresentedResponse = number | number[] | string | Record<string, number | string> | null;

/** The key, for review only. */
export interface RevealedAnswer {
  /**
   * single, multiple: positions of the right options. true-false: the truth. short-answer, numerical: the texts that earn
   * most. cluster: position -> truth. matching: prompt -> choice position. ordering: positions in the right order.
   * blanks: position -> option position, or the texts that earn most. essay: [].
   */
  right: number[] | boolean | string[] | Record<string, boolean | number | string[]>;
  /**
   * Markdown, by what the form sends for a choice: a position, 'true' or 'false'; for a cluster, a matching and blanks by
   * the position of the statement, prompt or blank; for a numerical question by the typed text, and only of the response that is handed over.
   */
  feedback: Record<string, string>;
}

/** What is wrong with a question: the field as a form names it ('options[0].text'), and a message code. */
export interface QuestionProblem {
  field: string;
  code: QuestionProblemCode;
}

export type QuestionProblemCode =
  | 'missing'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'duplicate'
  | 'unknown-option'
  | 'out-of-range'
  | 'not-a-number'
  | 'no-full-answer'
  | 'too-many-right'
  | 'too-few-right'
  /** The stem lacks {{id}} of a blank, holds it twice, or holds one that is not there. */
  | 'blank-not-in-stem'
  | 'blank-twice-in-stem'
  | 'unknown-blank'
  /** A picture that says nothing to who does not see it. */
  | 'no-alternative-text';

/** What every type of question can do; one object per type, listed in `question-types.ts`. All of it is pure. */
export interface QuestionType<Body, Response> {
  /** All ids of an `OptionOrder`, in written order. */
  optionIds(body: Body): string[];
  /**
   * An order in which to display the question, drawn from `chance`. Without `shuffle` in written order, except where that
   * would be the key (matching, ordering): those are always shuffled, each order as likely as any other.
   */
  displayOrder(body: Body, chance: SeededRandom, options: { shuffle: boolean }): string[];
  /** Throws RangeError when the order does not hold exactly the question's ids. */
  present(body: Body, optionOrder: OptionOrder): PresentedQuestion;
  /** Reads what a form or JSON sends; null is "not answered". */
  readResponse(raw: unknown, body: Body, optionOrder: OptionOrder): Response | null | typeof invalidResponse;
  /** Whether nothing more is to be answered. */
  isComplete(body: Body, response: Response | null): boolean;
  /**
   * The fraction earned, always 0..1; null when a person has to mark it. No response earns 0, nor does one that another
   * type of question stored.
   */
  grade(body: Body, response: Response | null): number | null;
  /** The inverse of `readResponse`, to fill the form again. */
  presentResponse(body: Body, response: Response | null, optionOrder: OptionOrder): PresentedResponse;
  reveal(body: Body, optionOrder: OptionOrder, response: Response | null): RevealedAnswer;
  /** The response as plain text for tables; 'true' and 'false' are codes for the edge to name. Empty for no response. */
  responseText(body: Body, response: Response | null): string;
  /** The right answer as plain text for tables, like `responseText`. */
  rightAnswerText(body: Body): string;
  /** What is wrong with this type's own fields; the stem is looked at for all types alike. */
  problems(body: Body): QuestionProblem[];
}
