import { type Difficulty, difficulties } from '#app/features/questions/core/question.ts';
import type { Blueprint, BlueprintCell, BlueprintTopic } from './blueprint.ts';
import { printNumber } from './quiz-draft.ts';

/** A row as typed. `topic` is 'c:<category id>', 'b:<category id>' with all below it, or 't:<tag>'. */
export type BlueprintRowDraft = { topic: string } & Record<Difficulty, { count: string; mark: string }>;

export interface BlueprintDraft {
  rows: BlueprintRowDraft[];
}

export interface BlueprintProblem {
  /** 'rows', or 'rows[2].easy.count'. */
  field: string;
  code: 'missing' | 'not-a-number' | 'out-of-range' | 'too-many' | 'repeats' | 'short' | 'unknown-topic';
}

const MOST_ROWS = 60;

const LETTERS = { category: 'c', branch: 'b', tag: 't' } as const;

export const topicText = ({ kind, id }: BlueprintTopic): string => `${LETTERS[kind]}:${id}`;

export const blankRow = (topic: string): BlueprintRowDraft => ({
  topic,
  easy: { count: '', mark: '1' },
  medium: { count: '', mark: '1' },
  hard: { count: '', mark: '1' },
});

export function blueprintDraftOf(blueprint: Blueprint | null): BlueprintDraft {
  const cell = ({ count, maxMark }: BlueprintCell) => ({
    count: count > 0 ? String(count) : '',
    mark: printNumber(maxMark),
  });
  return {
    rows: (blueprint?.rows ?? []).map(({ topic, cells }) => ({
      topic: topicText(topic),
      easy: cell(cells.easy),
      medium: cell(cells.medium),
      hard: cell(cells.hard),
    })),
  };
}

/** What the matrix means; what cannot be read counts as nothing and is named. */
export function readBlueprintDraft({ rows }: BlueprintDraft): { blueprint: Blueprint; problems: BlueprintProblem[] } {
  const problems: BlueprintProblem[] = [];
  if (rows.length > MOST_ROWS) problems.push({ field: 'rows', code: 'too-many' });
  const seen = new Set<string>();
  const read = rows.slice(0, MOST_ROWS).map((row, at) => {
    if (seen.has(row.topic)) problems.push({ field: `rows[${at}].topic`, code: 'repeats' });
    seen.add(row.topic);
    const cell = (difficulty: Difficulty): BlueprintCell => {
      const count = number(
        `rows[${at}].${difficulty}.count`,
        row[difficulty].count,
        { most: 200, isWhole: true, ifEmpty: 0 },
        problems,
      );
      const maxMark = number(
        `rows[${at}].${difficulty}.mark`,
        row[difficulty].mark,
        { least: 0.01, most: 100, ifEmpty: 1 },
        problems,
      );
      return { count, maxMark };
    };
    const cells = { easy: cell('easy'), medium: cell('medium'), hard: cell('hard') };
    return { topic: topicOf(row.topic), cells };
  });
  const isEmpty = read.every(({ cells }) => difficulties.every((difficulty) => cells[difficulty].count === 0));
  if (problems.length === 0 && isEmpty) problems.push({ field: 'rows', code: 'missing' });
  return { blueprint: { rows: read }, problems };
}

/** What the text of a row means. */
export const topicOf = (text: string): BlueprintTopic => ({
  kind: text.startsWith('c:') ? 'category' : text.startsWith('b:') ? 'branch' : 'tag',
  id: text.slice(2),
});

function number(
  field: string,
  text: string,
  { least = 0, most, isWhole = false, ifEmpty }: { least?: number; most: number; isWhole?: boolean; ifEmpty: number },
  problems: BlueprintProblem[],
): number {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return ifEmpty;
  const value = /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
  if (Number.isNaN(value) || (isWhole && !Number.isInteger(value))) {
    problems.push({ field, code: 'not-a-number' });
    return ifEmpty;
  }
  if (value < least || value > most) {
    problems.push({ field, code: 'out-of-range' });
    return ifEmpty;
  }
  return value;
}
