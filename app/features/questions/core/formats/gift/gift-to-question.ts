import { escapeMarkdown } from '#app/kernel/markdown/escape-markdown.ts';
import { htmlToMarkdown } from '#app/kernel/markdown/html-to-markdown.ts';
import { MATCHINGS } from '../../content/content-type.ts';
import { plainText } from '../../plain-text.ts';
import type { QuestionBody, Scoring } from '../../question.ts';
import { validateQuestion } from '../../validate-question.ts';
import { letterId } from '../letter-ids.ts';
import {
  type FormatProblem,
  type FormatProblemCode,
  problemAt,
  type ReadQuestion,
  type Severity,
} from '../read-question.ts';
import type { GiftAnswers, GiftChoice, GiftItem, GiftText } from './gift-item.ts';

const LOOKS_LIKE_HTML = /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i;

/** One item of a GIFT file as a question of the product, null where it is none; all that changes on the way is named. */
export function giftToQuestion(item: GiftItem): { question: ReadQuestion | null; problems: FormatProblem[] } {
  const reading = new Reading(item);
  const body = reading.body();
  const explanation = reading.markdown(item.generalFeedback);
  if (!body) return { question: null, problems: reading.problems };
  const unsound = validateQuestion(body);
  for (const { field, code } of unsound) reading.say('error', 'unsound', `${field} ${code}`);
  const { line, untilLine, category, tags } = item;
  const question: ReadQuestion = {
    ...{ line, untilLine, category, tags, title: item.title ?? '', difficulty: null, body, explanation, source: '' },
  };
  return { question: unsound.length > 0 ? null : question, problems: reading.problems };
}

type Choices = Extract<GiftAnswers, { type: 'choice' | 'short' }>['choices'];

class Reading {
  readonly problems: FormatProblem[] = [];
  readonly #item: GiftItem;

  constructor(item: GiftItem) {
    this.#item = item;
  }

  say(severity: Severity, code: FormatProblemCode, detail = ''): void {
    const { line, stem } = this.#item;
    if (this.problems.some((one) => one.code === code && one.detail === detail)) return;
    this.problems.push(problemAt(severity, code, { line, text: stem.text, detail }));
  }

  /** A text in the one markup that the product keeps. */
  markdown(text: GiftText | null): string {
    if (!text) return '';
    const { format } = text;
    const isHtml = format === 'html' || (format === 'moodle' && LOOKS_LIKE_HTML.test(text.text));
    if (format === 'markdown') return text.text;
    if (!isHtml) return escapeMarkdown(text.text).replace(/\n/g, '  \n');
    const { markdown, lost } = htmlToMarkdown(text.text);
    if (lost.length > 0) this.say('warning', 'markup-lost', lost.join(', '));
    return markdown;
  }

  #plain(text: GiftText): string {
    return text.format === 'html' ? plainText(this.markdown(text)) : text.text.replace(/\s+/g, ' ').trim();
  }

  body(): QuestionBody | null {
    const { answers, stem: written } = this.#item;
    if (answers.type === 'description') {
      this.say('warning', 'not-a-question');
      return null;
    }
    const stem = this.markdown(written);
    switch (answers.type) {
      case 'essay':
        return { type: 'essay', stem, minWords: 0, maxWords: 0, maxFiles: 0, rubric: [], markerNotes: '' };
      case 'true-false': {
        const [feedbackTrue, feedbackFalse] = [answers.trueFeedback, answers.falseFeedback].map((one) =>
          this.markdown(one),
        );
        const said = { ...(feedbackTrue && { feedbackTrue }), ...(feedbackFalse && { feedbackFalse }) };
        return { type: 'true-false', stem, answer: answers.isTrue, ...said };
      }
      case 'choice':
        return this.#choice(stem, answers.choices);
      case 'short':
        return this.#short(stem, answers.choices);
      case 'matching':
        return this.#matching(stem, answers.pairs);
      case 'numerical':
        return this.#numerical(stem, answers.numbers);
    }
  }

  #choice(stem: string, choices: Choices): QuestionBody | null {
    const options = choices.map((choice, index) => {
      const feedback = this.markdown(choice.feedback);
      return { id: letterId(index), text: this.markdown(choice.text), ...(feedback && { feedback }) };
    });
    const worth = choices.map(worthOf);
    const right = options.filter((_, index) => worth[index]! > 0).map(({ id }) => id);
    const keys = choices.filter(({ isRight }) => isRight).length;
    if (keys > 1) {
      this.say('error', 'two-keys', String(keys));
      return null;
    }
    if (right.length === 0) {
      this.say('error', 'no-key');
      return null;
    }
    const best = worth.indexOf(100);
    if (keys === 1 || (right.length === 1 && best >= 0)) {
      const key = keys === 1 ? choices.findIndex(({ isRight }) => isRight) : best;
      // One option is chosen: what another one would earn or take has no place.
      const isPlain = worth.every((one, index) => (index === key ? one === 100 : one === 0));
      if (!isPlain) this.say('warning', 'partial-credit-lost');
      return { type: 'single', stem, options, correct: letterId(key) };
    }
    return { type: 'multiple', stem, options, correct: right, scoring: this.#scoringOf(worth) };
  }

  /** The rule that comes nearest to the weights of a file; a warning where it is not the same. */
  #scoringOf(worth: readonly number[]): Scoring {
    const right = worth.filter((one) => one > 0);
    const wrong = worth.filter((one) => one <= 0);
    const share = 100 / right.length;
    const isNear = (one: number, other: number) => Math.abs(one - other) < 0.01;
    const isEven = right.every((one) => isNear(one, share));
    if (isEven && wrong.length > 0 && wrong.every((one) => isNear(one, -share))) return 'right-minus-wrong';
    if (isEven && wrong.every((one) => one === 0)) {
      this.say('hint', 'weights-changed', 'proportional');
      return 'proportional';
    }
    const scoring = wrong.some((one) => one < 0) ? 'right-minus-wrong' : 'proportional';
    this.say('warning', 'weights-changed', scoring);
    return scoring;
  }

  #short(stem: string, choices: Choices): QuestionBody | null {
    const answers: { text: string; fraction: number }[] = [];
    for (const choice of choices) {
      const text = this.#plain(choice.text);
      if (choice.feedback) this.say('warning', 'feedback-lost');
      const fraction = Math.max(0, choice.weight ?? 100) / 100;
      if (text.includes('*')) this.say('warning', 'wildcard-lost', text);
      else if (fraction > 0) answers.push({ text, fraction });
    }
    if (answers.length > 0) return { type: 'short-answer', stem, answers, matching: MATCHINGS['ignore-case'] };
    this.say('error', 'no-key');
    return null;
  }

  #matching(stem: string, pairs: { prompt: GiftText; choice: string }[]): QuestionBody {
    const ids = new Map<string, string>();
    for (const { choice } of pairs) if (!ids.has(choice)) ids.set(choice, letterId(ids.size));
    const asked = pairs.filter(({ prompt }) => prompt.text !== '');
    const prompts = asked.map(({ prompt }, index) => ({ id: letterId(index), text: this.markdown(prompt) }));
    return {
      type: 'matching',
      stem,
      prompts,
      choices: [...ids].map(([text, id]) => ({ id, text: escapeMarkdown(text) })),
      pairs: Object.fromEntries(asked.map(({ choice }, index) => [letterId(index), ids.get(choice)!])),
      scoring: 'proportional',
    };
  }

  #numerical(stem: string, numbers: Extract<GiftAnswers, { type: 'numerical' }>['numbers']): QuestionBody | null {
    const answers = numbers.map(({ number, weight, feedback: said }) => {
      const feedback = this.markdown(said);
      const fraction = Math.max(0, weight ?? 100) / 100;
      const around =
        'low' in number ? { value: (number.low + number.high) / 2, tolerance: (number.high - number.low) / 2 } : number;
      return { ...around, toleranceKind: 'absolute' as const, fraction, ...(feedback && { feedback }) };
    });
    return { type: 'numerical', stem, answers, units: [], unitPolicy: 'not-asked', unitPenalty: 0 };
  }
}

/** Per cent of the mark that choosing an option earns: -100..100. */
const worthOf = ({ isRight, weight }: GiftChoice): number => weight ?? (isRight ? 100 : 0);
