import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GiftItem, GiftNumber, GiftText } from '#app/features/questions/core/formats/gift/gift-item.ts';
import { readGiftItems } from '#app/features/questions/core/formats/gift/gift-items.ts';

// Samples of others with the parse that they expect; they lie beside the repository, not in it.
const samples = path.resolve('../shared/fixtures/gift');

/** An item in the words of the samples, as far as they say something. */
function meaningOf(item: GiftItem) {
  const { answers, stem, title, isEmbedded, id, tags } = item;
  const types = {
    ...{ choice: 'MC', short: 'Short', 'true-false': 'TF', essay: 'Essay' },
    ...{ matching: 'Matching', numerical: 'Numerical', description: 'Description' },
  };
  const common = {
    ...{ id, tags: tags.length > 0 ? tags : null, type: types[answers.type], title, stem },
    ...{ hasEmbeddedAnswers: isEmbedded, globalFeedback: item.generalFeedback },
  };
  switch (answers.type) {
    case 'true-false': {
      const { isTrue, trueFeedback, falseFeedback } = answers;
      return { ...common, isTrue, trueFeedback, falseFeedback };
    }
    case 'choice':
    case 'short':
      return {
        ...common,
        choices: answers.choices.map(({ isRight, ...rest }) => ({ isCorrect: isRight, ...rest })),
      };
    case 'matching':
      return {
        ...common,
        matchPairs: answers.pairs.map(({ prompt, choice }) => ({ subquestion: prompt, subanswer: choice })),
      };
    case 'numerical':
      return { ...common, choices: numbersOf(answers.numbers) };
    case 'description': {
      const { globalFeedback: _none, ...description } = common;
      return description;
    }
    default:
      return common;
  }
}

type Numbers = { number: GiftNumber; weight: number | null; feedback: GiftText | null }[];

function numbersOf(numbers: Numbers) {
  const [only] = numbers;
  if (numbers.length === 1 && only && only.weight === null && only.feedback === null) return [plain(only.number)];
  return numbers.map(({ number, weight, feedback }) => ({ isCorrect: true, weight, text: plain(number), feedback }));
}

const plain = (number: GiftNumber) => ('low' in number ? { low: number.low, high: number.high } : number);

/** The samples name a number in three ways, and the ends of a range in either order. */
function sampleNumber(written: Record<string, number>) {
  if ('numberHigh' in written) {
    const ends = [written.numberHigh!, written.numberLow!];
    return { low: Math.min(...ends), high: Math.max(...ends) };
  }
  return { value: written.number!, tolerance: written.range ?? 0 };
}

// biome-ignore lint/suspicious/noExplicitAny: a JSON of others, of many shapes
function expectedOf(sample: any) {
  if (sample.type !== 'Numerical') return sample;
  const choices = Array.isArray(sample.choices)
    ? // biome-ignore lint/suspicious/noExplicitAny: likewise
      sample.choices.map((one: any) => ({ ...one, text: sampleNumber(one.text) }))
    : [sampleNumber(sample.choices)];
  return { ...sample, choices };
}

describe.skipIf(!existsSync(samples))('the samples of others mean what their authors expect', () => {
  const names = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.gift')) : [];
  it.each(names)('%s', (name) => {
    const source = readFileSync(path.join(samples, name), 'utf8');
    const expected = JSON.parse(readFileSync(path.join(samples, name.replace('.gift', '.json')), 'utf8'));
    const { items, problems } = readGiftItems(source);
    expect(problems).toEqual([]);
    const questions = expected.filter(({ type }: { type: string }) => type !== 'Category');
    expect(items.map(meaningOf)).toEqual(questions.map(expectedOf));
  });
});
