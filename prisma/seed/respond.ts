import type { QuestionBody, QuestionResponse } from '#app/features/questions/core/question.ts';
import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { happens, weighted } from './chance.ts';
import type { DemoQuestion } from './course-bank.ts';

/** How steeply knowing rises with ability: at 1.4, one step of ability turns even odds into four to one. */
const steepness = 1.4;

const typedByGuess = ['không rõ', 'chưa học', 'Nghị quyết', 'Bộ Quốc phòng', '2019', '15', 'cấp ủy'];

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
    case 'short-answer':
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
  }
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
  }
}
