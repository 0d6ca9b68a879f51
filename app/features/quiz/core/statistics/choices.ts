import { plainText } from '#app/features/questions/core/plain-text.ts';
import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { gradeResponse } from '#app/features/questions/core/question-types.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';
import { countOf, type Third, type ThirdCounts } from './thirds.ts';

/** How many attempts of one third gave this very response. */
export interface ResponseCount {
  readonly response: QuestionResponse | null;
  readonly third: Third;
  readonly count: number;
}

/** One thing that could be chosen. `option` is known by its letter, `truth` by 'true' or 'false', `typed` by its text. */
export interface Choice {
  readonly kind: 'option' | 'truth' | 'typed';
  readonly key: string;
  /** Options: A, B, C ... as the author wrote them; else ''. */
  readonly letter: string;
  readonly text: string;
  readonly isRight: boolean;
  readonly counts: ThirdCounts;
}

/** One decision of a question: the question itself, or a statement, a prompt, a blank of it. */
export interface ChoicePart {
  readonly key: string;
  /** Of a statement, prompt or blank; null where the question is one decision. */
  readonly text: string | null;
  readonly choices: readonly Choice[];
  /** Typed answers that are too rare to be shown one by one, together; wrong ones only. */
  readonly others: ThirdCounts;
  /** Who left it empty. */
  readonly none: ThirdCounts;
  /** All who had it. */
  readonly asked: ThirdCounts;
  /** Several may be chosen at once: shares do not add up to the whole. */
  readonly isOverlapping: boolean;
}

/** A typed answer that fewer people gave is not shown: it may tell who wrote it. Our choice. */
export const SMALLEST_SHOWN = 5;
/** Wrong typed answers shown at most, the most frequent first. Our choice. */
export const MOST_TYPED = 10;

type Written = Pick<Choice, 'kind' | 'key' | 'letter' | 'text' | 'isRight'>;

interface PartPlan {
  key: string;
  text: string | null;
  /** Null: what can be chosen is what was typed. */
  written: Written[] | null;
  isOverlapping?: boolean;
  /** What a response chooses in this part. */
  chosen(response: QuestionResponse): readonly string[];
  isTypedRight?(typed: string): boolean;
}

/** Who chose what, by thirds of the total. Empty for what has no choices (essays). */
export function choiceParts(body: QuestionBody, counts: readonly ResponseCount[]): ChoicePart[] {
  return plansOf(body).map((plan) => tally(plan, counts));
}

function tally(plan: PartPlan, counts: readonly ResponseCount[]): ChoicePart {
  const byKey = new Map<string, [number, number, number]>();
  const none: [number, number, number] = [0, 0, 0];
  const add = (key: string, third: Third, count: number) => {
    const found = byKey.get(key) ?? [0, 0, 0];
    found[third] += count;
    byKey.set(key, found);
  };
  const asked: [number, number, number] = [0, 0, 0];
  for (const { response, third, count } of counts) {
    asked[third] += count;
    const chosen = response === null ? [] : plan.chosen(response);
    if (chosen.length === 0) none[third] += count;
    for (const key of chosen) add(key, third, count);
  }
  const { key, text, written, isOverlapping = false } = plan;
  const part = { key, text, none, asked, isOverlapping };
  if (written) {
    const choices = written.map((one): Choice => ({ ...one, counts: byKey.get(one.key) ?? [0, 0, 0] }));
    return { ...part, choices, others: [0, 0, 0] };
  }
  return { ...part, ...typedChoices(byKey, plan) };
}

function typedChoices(byKey: ReadonlyMap<string, ThirdCounts>, { isTypedRight }: PartPlan) {
  const all = [...byKey].map(([typed, counts]): Choice => {
    const isRight = isTypedRight?.(typed) ?? false;
    return { kind: 'typed', key: typed, letter: '', text: typed, isRight, counts };
  });
  const byCount = (a: Choice, b: Choice) => countOf(b.counts) - countOf(a.counts) || (a.key < b.key ? -1 : 1);
  const wrong = all.filter(({ isRight }) => !isRight).sort(byCount);
  const isShown = (one: Choice, at: number) => at < MOST_TYPED && countOf(one.counts) >= SMALLEST_SHOWN;
  const others: [number, number, number] = [0, 0, 0];
  for (const one of wrong.filter((each, at) => !isShown(each, at))) {
    for (const third of [0, 1, 2] as const) others[third] += one.counts[third];
  }
  return { choices: [...all.filter(({ isRight }) => isRight).sort(byCount), ...wrong.filter(isShown)], others };
}

const letterOf = (index: number) => String.fromCharCode(65 + index);

const option = (one: { id: string; text: string }, index: number, isRight: boolean): Written => ({
  ...{ kind: 'option', key: one.id, letter: letterOf(index), isRight },
  text: plainText(one.text),
});

const truths = (answer: boolean): Written[] =>
  [true, false].map((value) => ({
    ...{ kind: 'truth', key: String(value), letter: '', text: '' },
    isRight: value === answer,
  }));

const textIn = (response: QuestionResponse, id: string): string[] => {
  if (typeof response !== 'object' || Array.isArray(response)) return [];
  const value = Object.hasOwn(response, id) ? response[id] : undefined;
  return value === undefined ? [] : [value];
};

/** What people mean to be the same when they type it: case and spaces do not count here. */
const sameText = (typed: string) => nfc(typed).replace(/\s+/g, ' ').trim().toLowerCase();

function plansOf(body: QuestionBody): PartPlan[] {
  const whole = { key: '', text: null };
  const earns = (response: QuestionResponse) => (gradeResponse(body, response) ?? 0) > 0;
  switch (body.type) {
    case 'single': {
      const written = body.options.map((one, index) => option(one, index, one.id === body.correct));
      return [{ ...whole, written, chosen: (response) => (typeof response === 'string' ? [response] : []) }];
    }
    case 'multiple': {
      const written = body.options.map((one, index) => option(one, index, body.correct.includes(one.id)));
      const chosen = (response: QuestionResponse) => (Array.isArray(response) ? response : []);
      return [{ ...whole, written, isOverlapping: true, chosen }];
    }
    case 'true-false': {
      const chosen = (response: QuestionResponse) => (typeof response === 'boolean' ? [String(response)] : []);
      return [{ ...whole, written: truths(body.answer), chosen }];
    }
    case 'cluster':
      return body.statements.map(({ id, text, answer }) => ({
        ...{ key: id, text: plainText(text), written: truths(answer) },
        chosen: (response) => textIn(response, id),
      }));
    case 'matching':
      return body.prompts.map(({ id, text }) => ({
        ...{ key: id, text: plainText(text) },
        written: body.choices.map((one, index) => option(one, index, body.pairs[id] === one.id)),
        chosen: (response) => textIn(response, id),
      }));
    case 'ordering': {
      const place = new Map(body.items.map(({ id }, index) => [id, String(index + 1)]));
      const right = body.items.map((_, index) => String(index + 1)).join('-');
      const chosen = (response: QuestionResponse) =>
        Array.isArray(response) ? [response.map((id) => place.get(id) ?? '?').join('-')] : [];
      return [{ ...whole, written: null, chosen, isTypedRight: (typed) => typed === right }];
    }
    case 'short-answer':
    case 'numerical': {
      const chosen = (response: QuestionResponse) => (typeof response === 'string' ? [sameText(response)] : []);
      return [{ ...whole, written: null, chosen, isTypedRight: (typed) => earns(typed) }];
    }
    case 'blanks':
      return body.blanks.map((blank, index): PartPlan => {
        const part = { key: blank.id, text: `{${index + 1}}` };
        if (blank.kind === 'choice') {
          const written = blank.options.map((one, at) => option(one, at, one.id === blank.correct));
          return { ...part, written, chosen: (response) => textIn(response, blank.id) };
        }
        return {
          ...{ ...part, written: null },
          chosen: (response) => textIn(response, blank.id).map(sameText),
          isTypedRight: (typed) => earns({ [blank.id]: typed }),
        };
      });
    case 'essay':
      return [];
  }
}
