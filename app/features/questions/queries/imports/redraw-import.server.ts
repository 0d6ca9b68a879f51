import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import type { Choice } from '../../core/imports/decisions.ts';
import type { SourceFormat } from '../../core/imports/source-formats.ts';
import { beginWorkbench, stepOfIntent, stepWorkbench } from '../../core/imports/workbench.ts';

/**
 * Text and choices after a button of the screen was pressed without scripts (a key chosen, a mend taken, a near-duplicate decided).
 * Null for a button that changes none of these. Changes nothing stored.
 */
export function redrawnImport(
  actor: Actor,
  state: { source: string; format: SourceFormat; choices: Readonly<Record<string, Choice>> },
  intent: string,
): { source: string; choices: Readonly<Record<string, Choice>> } | null {
  requireScope(actor, 'question.author');
  const bench = beginWorkbench(state.source, state.format, state.choices);
  const step = stepOfIntent(bench, intent);
  if (!step) return null;
  const { history, choices } = stepWorkbench(bench, step);
  return { source: history.now.source, choices };
}
