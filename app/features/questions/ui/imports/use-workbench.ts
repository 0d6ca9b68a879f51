import { useCallback, useMemo, useReducer } from 'react';
import { type NearDuplicate, standingOf } from '../../core/imports/decisions.ts';
import {
  beginWorkbench,
  doubtsOf,
  stepWorkbench,
  type Workbench,
  type WorkbenchStep,
} from '../../core/imports/workbench.ts';
import type { ImportPage } from '../../queries/imports/import-pages.server.ts';

const reduce = (bench: Workbench, step: WorkbenchStep): Workbench => stepWorkbench(bench, step);

/** The import on the table: every step reads the text again, and only what looks otherwise is drawn again. */
export function useWorkbench(page: ImportPage, typed: string | undefined, nears: readonly NearDuplicate[]) {
  const [bench, step] = useReducer(reduce, null, () =>
    beginWorkbench(typed ?? page.source, page.format, page.decisions.choices),
  );
  const { taken } = page.decisions;
  const nearOf = useMemo(() => new Map(nears.map((near) => [near.key, near])), [nears]);
  const { choices, read } = bench;
  const standings = useMemo(
    () => read.entries.map((entry) => standingOf(entry, { choices, taken }, nearOf)),
    [read, choices, taken, nearOf],
  );
  const doubts = useMemo(() => doubtsOf(bench), [bench]);
  const choose = useCallback((given: WorkbenchStep) => step(given), []);
  return { bench, step: choose, standings, nearOf, doubts };
}

export type Table = ReturnType<typeof useWorkbench>;
