/**
 * The exam of the crash benches. Every answer tells from which save it came, so that a row which mixes two saves shows:
 * odd slots are texts that name sequence and slot, even slots are the option that the sequence falls on.
 */

export const SLOT_COUNT = 20;
const OPTION_COUNT = 4;
/** Sequences whose text is right: known to the key, so that marks differ from save to save. */
const RIGHT_TEXTS = [1, 4, 7, 10, 13, 16, 19];

export const TIME_LIMIT_SECONDS = 3600;

/** The option ids of each slot in the order that the page shows; empty for texts. */
export type OptionIds = readonly (readonly string[])[];

const textOf = (slot: number, sequence: number) => `lần ${sequence} câu ${slot}`;
const isText = (slot: number) => slot % 2 === 1;

/** What a client sends for a slot under a sequence. */
export const responseOf = (slot: number, sequence: number): string | number =>
  isText(slot) ? textOf(slot, sequence) : sequence % OPTION_COUNT;

/** The JSON text that the database then holds. */
export const storedResponseOf = (slot: number, sequence: number, optionIds: OptionIds): string =>
  JSON.stringify(isText(slot) ? textOf(slot, sequence) : optionIds[slot - 1]?.[sequence % OPTION_COUNT]);

/** What that answer earns: 0 or 1; every slot is worth one mark. */
export function markOf(slot: number, sequence: number): number {
  if (sequence === 0) return 0;
  return (isText(slot) ? RIGHT_TEXTS.includes(sequence) : sequence % OPTION_COUNT === 0) ? 1 : 0;
}

/** The questions as `content import` takes them. */
export const crashQuestions = Array.from({ length: SLOT_COUNT }, (_, index) => {
  const slot = index + 1;
  const common = {
    code: `cat-dien-q${slot}`,
    difficulty: 'easy',
    stem: `Câu đo ${slot}?`,
    explanation: '-',
    source: '-',
  };
  return isText(slot)
    ? { ...common, type: 'short-answer', answers: RIGHT_TEXTS.map((sequence) => textOf(slot, sequence)) }
    : {
        ...common,
        type: 'single',
        options: Array.from({ length: OPTION_COUNT }, (_each, option) => ({
          text: `Phương án ${option} của câu ${slot}`,
          ...(option === 0 && { correct: true }),
        })),
      };
});
