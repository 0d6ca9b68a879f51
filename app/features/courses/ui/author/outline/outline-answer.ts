import type { OutlineChange, Undo } from '../../../core/outline-change.ts';
import type { StepFields } from './step-form.tsx';

/** What came of a step: done (with what takes it back), or not and why. */
export interface OutlineAnswer {
  kind: 'changed' | 'unchanged' | 'gone' | 'too-many' | 'conflict' | 'invalid' | 'discarded' | 'changed-meanwhile';
  change?: OutlineChange['kind'];
  title?: string;
  undo?: Undo | null;
  /** What was sent, so that it can be done all the same and nothing typed is lost. */
  sent?: StepFields;
  problems?: { field: string; code: string }[];
  conflict?: { by: string | null; at: Date | null; steps: { kind: OutlineChange['kind']; title: string }[] };
}

/** The change that takes something back, as fields of a form. */
export function undoFields(undo: Undo): StepFields {
  if (undo.kind === 'put-back-module') return { ...undo, lessonIds: undo.lessonIds.join(' ') };
  const { kind, lessonId, moduleCode, position } = undo;
  return { kind, lessonId, moduleCode, ...(position === undefined ? {} : { position }) };
}
