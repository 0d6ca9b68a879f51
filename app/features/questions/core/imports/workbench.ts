import type { Choice, NearDuplicate } from './decisions.ts';
import { beginHistory, type EditHistory, redo, undo, write } from './edit-history.ts';
import { keyEdits } from './key-edits.ts';
import { type Mend, mendsOf } from './mend.ts';
import { carryOver } from './question-key.ts';
import { type ReadSource, readSource, type SourceEntry } from './read-source.ts';
import { rereadSource } from './reread-source.ts';
import { editQuestionEdits, type QuestionEdit } from './rewrite-question.ts';
import type { SourceFormat } from './source-formats.ts';
import { applyEdits, linePlaces, type TextEdit } from './text-edit.ts';

/** An import on the author's table: its text with all earlier states, what was understood, what was chosen. */
export interface Workbench {
  history: EditHistory;
  format: SourceFormat;
  read: ReadSource;
  choices: Readonly<Record<string, Choice>>;
  /** Counts the changes that were not typed: the cursor goes where they say. */
  moves: number;
}

export type WorkbenchStep =
  | { kind: 'typed'; source: string; from: number; until: number; at: number }
  | { kind: 'undo' | 'redo' }
  | { kind: 'format'; format: SourceFormat }
  | { kind: 'key'; key: string; letters: readonly string[]; at: number }
  | { kind: 'edit'; key: string; edit: QuestionEdit; at: number; isTyping: boolean }
  | { kind: 'mend'; mend: Mend; at: number }
  | { kind: 'choose'; key: string; choice: Choice | null }
  | { kind: 'choose-all'; nears: readonly NearDuplicate[]; choice: 'leave-out' | 'keep' | 'new-version' }
  | { kind: 'go'; line: number }
  | { kind: 'load'; source: string; format: SourceFormat; choices: Readonly<Record<string, Choice>> };

export const beginWorkbench = (
  source: string,
  format: SourceFormat,
  choices: Readonly<Record<string, Choice>>,
): Workbench => ({ history: beginHistory(source), format, read: readSource(source, format), choices, moves: 0 });

/** The table after one step. Pure: the same for the page in the browser and for a form without scripts. */
export function stepWorkbench(bench: Workbench, step: WorkbenchStep): Workbench {
  const { source } = bench.history.now;
  switch (step.kind) {
    case 'typed': {
      const { source: typed, from, until, at } = step;
      return rewritten(bench, write(bench.history, { source: typed, from, until }, { isTyping: true, at }), false);
    }
    case 'undo':
      return rewritten(bench, undo(bench.history), true);
    case 'redo':
      return rewritten(bench, redo(bench.history), true);
    case 'format':
      return { ...bench, format: step.format, read: readSource(source, step.format) };
    case 'load':
      return { ...beginWorkbench(step.source, step.format, step.choices), moves: bench.moves + 1 };
    case 'mend':
      return edited(bench, step.mend.edits, step);
    case 'key': {
      const entry = entryOf(bench, step.key);
      return entry ? edited(bench, keyEdits(source, bench.read, entry, step.letters), step) : bench;
    }
    case 'edit': {
      const entry = entryOf(bench, step.key);
      const edits = entry && editQuestionEdits(source, bench.read, entry, step.edit);
      return edits ? edited(bench, edits, step) : bench;
    }
    case 'choose': {
      const { [step.key]: _, ...others } = bench.choices;
      return { ...bench, choices: step.choice ? { ...others, [step.key]: step.choice } : others };
    }
    case 'choose-all':
      return { ...bench, choices: { ...bench.choices, ...choicesForAll(step) } };
    case 'go': {
      const { from, until } = linePlaces(source)(step.line);
      const now = { source, from, until };
      return { ...bench, history: { ...bench.history, now }, moves: bench.moves + 1 };
    }
  }
}

function choicesForAll({ nears, choice }: Extract<WorkbenchStep, { kind: 'choose-all' }>): Record<string, Choice> {
  return Object.fromEntries(
    nears.flatMap(({ key, of }): [string, Choice][] => {
      if (choice !== 'new-version') return [[key, { kind: choice }]];
      return of.kind === 'bank' ? [[key, { kind: 'new-version', questionId: of.questionId }]] : [];
    }),
  );
}

const entryOf = (bench: Workbench, key: string): SourceEntry | undefined =>
  bench.read.entries.find((entry) => entry.key === key);

function edited(bench: Workbench, edits: readonly TextEdit[], how: { at: number; isTyping?: boolean }): Workbench {
  if (edits.length === 0) return bench;
  const source = applyEdits(bench.history.now.source, edits);
  const first = edits.reduce((a, b) => (b.from < a.from ? b : a));
  const next = { source, from: first.from, until: first.from + first.text.length };
  const history = write(bench.history, next, { isTyping: how.isTyping ?? false, at: how.at });
  return rewritten(bench, history, true);
}

function rewritten(bench: Workbench, history: EditHistory, isMoved: boolean): Workbench {
  const moves = isMoved ? bench.moves + 1 : bench.moves;
  if (history.now.source === bench.history.now.source) return { ...bench, history, moves };
  const read = rereadSource(bench.read, history.now.source);
  const keys = ({ entries }: ReadSource) => entries.map(({ key }) => key);
  const choices = carryOver(bench.choices, keys(bench.read), keys(read));
  return { ...bench, history, read, choices, moves };
}

/** A doubt with its place and what could be done about it. */
export interface Doubt {
  entry: SourceEntry | null;
  problem: SourceEntry['problems'][number];
  mends: Mend[];
}

/** All doubts of a source from the top down; hints of the format among them only where a mend is at hand. */
export function doubtsOf({ read, history }: Pick<Workbench, 'read' | 'history'>): Doubt[] {
  const all = [
    ...read.entries.flatMap((entry) => entry.problems.map((problem) => ({ entry, problem }))),
    ...read.loose.map((problem) => ({ entry: null, problem })),
  ];
  return all
    .map(({ entry, problem }) => ({ entry, problem, mends: mendsOf(history.now.source, read, entry, problem) }))
    .sort((a, b) => a.problem.line - b.problem.line);
}

/**
 * The step that a button without scripts asks for: 'choose KEY leave-out', 'choose KEY new-version QUESTION', 'choose KEY -',
 * 'key KEY B', 'mend PLACE MEND' by the places in the lists of doubts and mends. Null for any other button.
 */
export function stepOfIntent(bench: Workbench, intent: string): WorkbenchStep | null {
  const [name, one = '', two = '', three = ''] = intent.split(' ');
  if (name === 'key' && /^[A-Z]$/.test(two)) return { kind: 'key', key: one, letters: [two], at: 0 };
  if (name === 'mend') {
    const mend = doubtsOf(bench)[Number(one)]?.mends[Number(two)];
    return mend ? { kind: 'mend', mend, at: 0 } : null;
  }
  if (name !== 'choose') return null;
  if (two === '-') return { kind: 'choose', key: one, choice: null };
  if (two === 'leave-out' || two === 'keep') return { kind: 'choose', key: one, choice: { kind: two } };
  if (two === 'new-version' && three !== '')
    return { kind: 'choose', key: one, choice: { kind: 'new-version', questionId: three } };
  return null;
}
