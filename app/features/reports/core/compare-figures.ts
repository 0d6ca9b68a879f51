import { shareFraction } from '#app/kernel/percent.ts';
import { assignedIn, gradedIn, type StudyCounts, type StudyFigures } from './study-figures.ts';
import { findingThresholds } from './study-findings.ts';

/** The figures that two reports are compared by, in the order of their columns. */
export const comparedFigures = [
  'strength',
  'assigned',
  'completed',
  'in-progress',
  'not-started',
  'failed',
  'exempt',
  'late',
  'graded',
  'away',
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

export function figureOf(counts: StudyCounts, figure: ComparedFigure): number {
  switch (figure) {
    case 'strength':
      return counts.strength;
    case 'assigned':
      return assignedIn(counts);
    case 'late':
      return counts.late;
    case 'graded':
      return gradedIn(counts);
    case 'away':
      return counts.away;
    default:
      return counts.byStatus[figure];
  }
}

/** One figure that is not what it was: of the unit (part null) or of one of its parts. */
export interface FigureChange {
  readonly assignmentId: string;
  readonly title: string;
  readonly part: string | null;
  readonly figure: ComparedFigure;
  /** Null: the part or the assignment was not there. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Every figure that differs, assignment by assignment, the unit before its parts. Empty = the same figures. */
export function compareFigures(before: StudyFigures, after: StudyFigures): FigureChange[] {
  const ids = [...new Set([...before.assignments, ...after.assignments].map(({ assignmentId }) => assignmentId))];
  return ids.flatMap((assignmentId) => {
    const was = before.assignments.find((each) => each.assignmentId === assignmentId);
    const is = after.assignments.find((each) => each.assignmentId === assignmentId);
    const title = (is ?? was)?.title ?? '';
    const partIds = [...new Set([...(was?.parts ?? []), ...(is?.parts ?? [])].map(keyOf))];
    return [
      ...changesOf(was?.total, is?.total).map((change) => ({ assignmentId, title, part: null, ...change })),
      ...partIds.flatMap((key) => {
        const partWas = was?.parts.find((part) => keyOf(part) === key);
        const partIs = is?.parts.find((part) => keyOf(part) === key);
        const part = (partIs ?? partWas)?.name ?? '';
        return changesOf(partWas, partIs).map((change) => ({ assignmentId, title, part, ...change }));
      }),
    ];
  });
}

const keyOf = ({ unitId, isOwn }: { unitId: string; isOwn: boolean }) => `${unitId} ${isOwn}`;

function changesOf(was: StudyCounts | undefined, is: StudyCounts | undefined) {
  return comparedFigures
    .map((figure) => ({
      ...{ figure, before: was ? figureOf(was, figure) : null, after: is ? figureOf(is, figure) : null },
    }))
    .filter(({ before, after }) => before !== after);
}

/** Whether the share of the completed rose, fell or stayed between two reports; null where one of them had no people. */
export function coverageMove(before: StudyCounts, after: StudyCounts): 'up' | 'down' | 'same' | null {
  const [was, is] = [before, after].map(({ byStatus, strength }) =>
    shareFraction({ part: byStatus.completed, whole: strength }),
  );
  if (was === null || was === undefined || is === null || is === undefined) return null;
  if (Math.abs(is - was) < findingThresholds.changeNotable) return 'same';
  return is > was ? 'up' : 'down';
}
