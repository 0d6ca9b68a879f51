/** One question of a person's paper, as it was drawn: the version is pinned, so that later edits change nothing. */
export interface PaperSlot {
  /** From 1, in the order of the paper. */
  readonly slot: number;
  readonly questionId: string;
  readonly questionVersionId: string;
  readonly maxMark: number;
  /** The options' ids in the order shown; empty for a question without options. */
  readonly optionOrder: readonly string[];
}

export type Paper = readonly PaperSlot[];

const FORMAT = 1;

/**
 * A paper as JSON text for the database; `parsePaper` gives the same paper back.
 *
 * Written as short rows, since there is one paper for each attempt: {"v":1,"slots":[[question, version, mark, [options]]]}.
 */
export function printPaper(paper: Paper): string {
  const slots = paper.map((one) => [one.questionId, one.questionVersionId, one.maxMark, one.optionOrder]);
  return JSON.stringify({ v: FORMAT, slots });
}

/** Reads what `printPaper` wrote. Throws Error for anything else: a stored paper that cannot be read is damage. */
export function parsePaper(text: string): Paper {
  const stored = JSON.parse(text) as { v?: unknown; slots?: unknown } | null;
  if (stored?.v !== FORMAT || !Array.isArray(stored.slots)) throw new Error('not a stored paper of format 1');
  return stored.slots.map((row: unknown, index) => {
    if (!isRow(row)) throw new Error(`slot ${index + 1} of a stored paper is damaged`);
    const [questionId, questionVersionId, maxMark, optionOrder] = row;
    return { slot: index + 1, questionId, questionVersionId, maxMark, optionOrder };
  });
}

/** The slots of each page. `questionsPerPage` 0 puts all on one page; an empty paper has no page. */
export function pagesOf(paper: readonly Pick<PaperSlot, 'slot'>[], questionsPerPage: number): number[][] {
  const slots = paper.map(({ slot }) => slot);
  const size = questionsPerPage > 0 ? questionsPerPage : Math.max(1, slots.length);
  const pages: number[][] = [];
  for (let from = 0; from < slots.length; from += size) pages.push(slots.slice(from, from + size));
  return pages;
}

function isRow(row: unknown): row is [string, string, number, string[]] {
  if (!Array.isArray(row) || row.length !== 4) return false;
  const [questionId, questionVersionId, maxMark, optionOrder] = row as unknown[];
  const isText = (value: unknown) => typeof value === 'string';
  return (
    isText(questionId) &&
    isText(questionVersionId) &&
    typeof maxMark === 'number' &&
    Array.isArray(optionOrder) &&
    optionOrder.every(isText)
  );
}
