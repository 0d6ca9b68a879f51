import type { Actor } from '#app/features/access/core/role.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type GradeBar, gradeBars } from '../../core/picture/grades.ts';
import { countGrades } from '../../data/picture/grades.server.ts';
import { type DashboardWish, placedDashboard, type UnitDashboard } from '../unit-dashboard.server.ts';

export interface GradesPage extends UnitDashboard {
  /** Null where one looks at a day that is over: classes have a history, grades have not. */
  bars: GradeBar[] | null;
}

/** Results of a unit by class and sub-unit, and the distribution of grades; its cost grows with the people of the unit. */
export async function gradesPage(actor: Actor, unitId: string, wish: DashboardWish): Promise<GradesPage> {
  const { path, ...page } = await placedDashboard(actor, unitId, wish);
  const { assignment, asOfDay } = page;
  const isCounted = assignment !== null && asOfDay === null;
  const counts = isCounted ? await countGrades(database().sql, { path, assignmentId: assignment.id }) : null;
  return { ...page, bars: counts && gradeBars(counts) };
}
