import type { ChartTone } from '#app/ui/chart/chart-tone.tsx';
import type { TagKind } from '#app/ui/tag.tsx';
import type { ClassFilter, Standing } from '../core/people-filter.ts';
import type { Status } from '../core/status.ts';

/** The sign of a state: beside its word, so that colour never says it alone. */
export const tagOf: Record<Standing, TagKind> = {
  'not-started': 'open',
  'in-progress': 'started',
  completed: 'done',
  failed: 'wrong',
  exempt: 'aside',
  'not-assigned': 'aside',
};

export const tagOfClass: Record<ClassFilter, TagKind> = {
  excellent: 'award',
  good: 'done',
  average: 'done',
  failed: 'wrong',
  none: 'neutral',
};

/** The pattern of a status in every chart, in the order in which they are drawn. */
export const tones: readonly { status: Status; tone: ChartTone }[] = [
  { status: 'completed', tone: 'full' },
  { status: 'in-progress', tone: 'striped' },
  { status: 'not-started', tone: 'empty' },
  { status: 'failed', tone: 'crossed' },
  { status: 'exempt', tone: 'dotted' },
];
