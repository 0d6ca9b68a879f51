import { plainText } from '#app/features/questions/core/plain-text.ts';
import type {
  OptionOrder,
  PresentedText,
  QuestionOption,
  QuestionProblem,
} from '#app/features/questions/core/question.ts';
import type { SeededRandom } from '#app/kernel/seeded-random.ts';
import { nfc } from '#app/kernel/vietnamese-text.ts';

export const MAX_OPTIONS = 20;
export const MAX_OPTION_LENGTH = 2000;

/** The options in the order in which an attempt displays them. Throws RangeError unless the order holds exactly them. */
export function displayedOptions<Option extends { id: string }>(
  options: readonly Option[],
  order: OptionOrder,
): Option[] {
  const byId = new Map(options.map((option) => [option.id, option]));
  const displayed = order.flatMap((id) => byId.get(id) ?? []);
  // A pinned version always fits its stored order; showing a part of the options would only hide that it does not.
  if (displayed.length !== options.length || new Set(order).size !== options.length) {
    throw new RangeError('The option order does not fit the question');
  }
  return displayed;
}

/** What learners see of the options: displayed position and text, nothing else. */
export function presentOptions(options: readonly { id: string; text: string }[], order: OptionOrder): PresentedText[] {
  return displayedOptions(options, order).map(({ text }, position) => ({ position, text }));
}

/** The option at a position as a form ('2') or JSON (2) sends it; null when there is none. */
export function optionAt(raw: unknown, order: OptionOrder): string | null {
  if (typeof raw === 'string') return /^(0|[1-9]\d?)$/.test(raw) ? (order[Number(raw)] ?? null) : null;
  return typeof raw === 'number' ? (order[raw] ?? null) : null;
}

/** Feedback by displayed position, where there is any. */
export function feedbackByPosition(
  options: readonly { id: string; feedback?: string }[],
  order: OptionOrder,
): Record<string, string> {
  const entries = displayedOptions(options, order).map(({ feedback }, position) => [String(position), feedback]);
  return Object.fromEntries(entries.filter(([, feedback]) => feedback));
}

/** The plain texts of some options in written order, for tables. */
export function optionTexts(options: readonly { id: string; text: string }[], ids: readonly string[]): string {
  return options
    .filter(({ id }) => ids.includes(id))
    .map(({ text }) => plainText(text))
    .join('; ');
}

/**
 * The ids in an order to display them: those marked fixed in their written place, the others shuffled around them; all in
 * written order without `shuffle`.
 */
export function displayOrderOf(
  options: readonly { id: string; fixed?: boolean }[],
  chance: SeededRandom,
  { shuffle }: { shuffle: boolean },
): string[] {
  if (!shuffle) return options.map(({ id }) => id);
  const loose = chance.shuffle(options.filter(({ fixed }) => !fixed));
  let next = 0;
  return options.map((option) => (option.fixed ? option.id : loose[next++]!.id));
}

/** What is wrong with a list of options and with the ids that are called right. */
export function optionProblems(options: readonly QuestionOption[], correct: readonly string[]): QuestionProblem[] {
  const problems = listProblems(options, 'options', { fewest: 2, most: MAX_OPTIONS });
  const ids = new Set(options.map(({ id }) => id));
  const named = correct.filter((id) => id !== '');
  if (named.length === 0) problems.push({ field: 'correct', code: 'missing' });
  else if (named.some((id) => !ids.has(id))) problems.push({ field: 'correct', code: 'unknown-option' });
  return problems;
}

/** What is wrong with a list of texts that are known by ids, such as options; `list` is its field. */
export function listProblems(
  items: readonly { id: string; text: string; feedback?: string }[],
  list: string,
  { fewest, most }: { fewest: number; most: number },
): QuestionProblem[] {
  const problems: QuestionProblem[] = [];
  if (items.length < fewest) problems.push({ field: list, code: 'too-few' });
  if (items.length > most) problems.push({ field: list, code: 'too-many' });

  const ids = new Set<string>();
  const texts = new Set<string>();
  items.forEach(({ id, text, feedback }, index) => {
    const written = nfc(text).trim();
    const field = `${list}[${index}].text`;
    if (written === '') problems.push({ field, code: 'missing' });
    else if (texts.has(written)) problems.push({ field, code: 'duplicate' });
    if (written.length > MAX_OPTION_LENGTH) problems.push({ field, code: 'too-long' });
    if (feedback && feedback.length > MAX_OPTION_LENGTH) {
      problems.push({ field: `${list}[${index}].feedback`, code: 'too-long' });
    }
    if (id === '') problems.push({ field: `${list}[${index}].id`, code: 'missing' });
    else if (ids.has(id)) problems.push({ field: `${list}[${index}].id`, code: 'duplicate' });
    texts.add(written);
    ids.add(id);
  });
  return problems;
}
