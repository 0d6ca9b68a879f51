import { printNumber } from '#app/features/questions/core/number-text.ts';
import type { Blank, NumericalBody, QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { happens, weighted } from './chance.ts';
import type { DemoQuestion } from './course-bank.ts';

/** How steeply knowing rises with ability: at 1.4, one step of ability turns even odds into four to one. */
const steepness = 1.4;

const typedByGuess = ['không rõ', 'chưa học', 'Nghị quyết', 'Bộ Quốc phòng', '2019', '15', 'cấp ủy'];

// No history draws an essay: those that are marked by hand are told apart (write-essays.ts).
const essayText = 'Tôi nhận thức rõ trách nhiệm của bản thân và gương mẫu chấp hành quy định khi sử dụng mạng xã hội.';

/** How likely a person of this ability answers rightly, guesses included. */
export function chanceOfRight(question: DemoQuestion, ability: number): number {
  const known = 1 / (1 + Math.exp(-steepness * (ability - question.difficulty)));
  const guessed = guessOf(question.truth);
  return guessed + (1 - guessed) * known;
}

function guessOf(body: QuestionBody): number {
  switch (body.type) {
    case 'single':
      return 1 / body.options.length;
    case 'true-false':
      return 0.5;
    case 'multiple':
      return 0.08;
    case 'cluster':
      return 0.5 ** body.statements.length;
    case 'ordering':
      return 0.04;
    case 'matching':
      return 0.04;
    case 'blanks':
    case 'short-answer':
    case 'numerical':
    case 'essay':
      return 0;
  }
}

/** A person's answer in stored form. It follows what is really so: where a key is wrong, who knows best loses the mark. */
export function respond(random: SeededRandom, question: DemoQuestion, ability: number): QuestionResponse {
  const isRight = happens(random, chanceOfRight(question, ability));
  return isRight ? rightResponse(question.truth) : wrongResponse(random, question);
}

function rightResponse(body: QuestionBody): QuestionResponse {
  switch (body.type) {
    case 'single':
      return body.correct;
    case 'multiple':
      return [...body.correct].sort();
    case 'true-false':
      return body.answer;
    case 'short-answer':
      return body.answers
        .find(({ fraction }) => fraction === 1)!
        .text.normalize('NFC')
        .trim();
    case 'cluster':
      return Object.fromEntries(body.statements.map(({ id, answer }) => [id, String(answer)]));
    case 'matching':
      return { ...body.pairs };
    case 'ordering':
      return body.items.map(({ id }) => id);
    case 'numerical':
      return rightNumber(body);
    case 'blanks':
      return Object.fromEntries(body.blanks.map((blank) => [blank.id, rightPart(blank)]));
    case 'essay':
      return essayText;
  }
}

function rightNumber({ answers, units, unitPolicy }: NumericalBody): string {
  const number = printNumber(answers.find(({ fraction }) => fraction === 1)!.value);
  const unit = unitPolicy === 'not-asked' ? undefined : units.find(({ factor }) => factor === 1);
  return unit ? `${number} ${unit.name}` : number;
}

function rightPart(blank: Blank): string {
  if (blank.kind === 'choice') return blank.correct;
  if (blank.kind === 'text')
    return blank.answers
      .find(({ fraction }) => fraction === 1)!
      .text.normalize('NFC')
      .trim();
  return printNumber(blank.answers.find(({ fraction }) => fraction === 1)!.value);
}

function wrongPart(random: SeededRandom, blank: Blank): string {
  if (blank.kind === 'text') return random.pick(typedByGuess);
  if (blank.kind === 'choice') return random.pick(blank.options.filter(({ id }) => id !== blank.correct)).id;
  return wrongNumber(random, blank.answers);
}

const absolute = ({ value, tolerance, toleranceKind }: NumericalBody['answers'][number]) => ({
  value,
  tolerance: toleranceKind === 'relative' ? tolerance * Math.abs(value) : tolerance,
});

/** A number that a person might misremember: near where that is wrong, else far off. */
function wrongNumber(random: SeededRandom, answers: readonly { value: number; tolerance: number }[]): string {
  const [{ value, tolerance } = { value: 0, tolerance: 0 }] = answers;
  return printNumber(value + (2 * Math.ceil(tolerance) + random.pick([1, 2, 5, 10])) * random.pick([-1, 1]));
}

function wrongResponse(random: SeededRandom, { code, truth: body }: DemoQuestion): QuestionResponse {
  switch (body.type) {
    case 'single': {
      // One distractor of each question is more believable than the others, the same for everybody.
      const wrong = body.options.map(({ id }) => id).filter((id) => id !== body.correct);
      const ranked = seededRandom(`distractors/${code}`).shuffle(wrong);
      return weighted(
        random,
        ranked.map((id, place) => [id, 1 / (place + 1)] as const),
      );
    }
    case 'multiple': {
      const wrong = body.options.map(({ id }) => id).filter((id) => !body.correct.includes(id));
      const missed = random.pick(body.correct);
      const taken = wrong.length > 0 && happens(random, 0.6) ? [random.pick(wrong)] : [];
      const kept = taken.length > 0 && happens(random, 0.4) ? body.correct : body.correct.filter((id) => id !== missed);
      return [...kept, ...taken].sort();
    }
    case 'true-false':
      return !body.answer;
    case 'short-answer':
      return random.pick(typedByGuess);
    case 'cluster': {
      const missed = new Set(random.sample(body.statements, 1 + random.int(Math.ceil(body.statements.length / 2))));
      return Object.fromEntries(body.statements.map((one) => [one.id, String(one.answer !== missed.has(one))]));
    }
    case 'matching': {
      // Two prompts are taken for each other; where both have the same choice, the first one gets another.
      const [first = '', second = ''] = random.sample(body.prompts, 2).map(({ id }) => id);
      const [one, two] = [body.pairs[first]!, body.pairs[second]!];
      const other = one === two ? body.choices.find(({ id }) => id !== one)!.id : two;
      return { ...body.pairs, [first]: other, ...(one !== two && { [second]: one }) };
    }
    case 'ordering': {
      const ids = body.items.map(({ id }) => id);
      const at = random.int(ids.length - 1);
      return ids.map((id, place) => (place === at ? ids[at + 1]! : place === at + 1 ? ids[at]! : id));
    }
    case 'numerical':
      return wrongNumber(random, body.answers.map(absolute));
    case 'blanks': {
      const missed = random.pick(body.blanks);
      return Object.fromEntries(
        body.blanks.map((blank) => [blank.id, blank === missed ? wrongPart(random, blank) : rightPart(blank)]),
      );
    }
    case 'essay':
      return essayText;
  }
}
