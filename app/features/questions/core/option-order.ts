import type { QuestionBody } from '#app/features/questions/core/question.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';

/**
 * An order in which to display the options: option ids, those marked fixed in their written place, the others shuffled
 * around them. Empty for types without options.
 */
export function shuffleOptions(body: QuestionBody, random: SeededRandom): string[] {
  const options = 'options' in body ? body.options : [];
  const loose = random.shuffle(options.filter(({ fixed }) => !fixed));
  let next = 0;
  return options.map((option) => (option.fixed ? option.id : loose[next++]!.id));
}
