import type { Actor } from '#app/features/access/core/role.ts';
import { absenteesOn } from '#app/features/org/queries/presence/present-on.server.ts';
import { addDays, dateOf, daysBetween, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AgainstPlan, againstPlan } from '../../core/picture/against-plan.ts';
import { type Attention, attentionList } from '../../core/picture/attention.ts';
import { planLine, plannedShare } from '../../core/picture/plan-line.ts';
import { type PresentShare, presentShare } from '../../core/picture/present-share.ts';
import { type TrendLine, trendLines } from '../../core/picture/trend-lines.ts';
import type { UnitSort } from '../../core/sort-units.ts';
import { countOpenNotices, countRenewals, findTerms } from '../../data/picture/open-matters.server.ts';
import { countCompletedOf, countConfirmed } from '../../data/picture/presence.server.ts';
import { readTrend } from '../../data/trend.server.ts';
import { type PlacedDashboard, placedDashboard, type UnitDashboard } from '../unit-dashboard.server.ts';
import { type HeatMap, heatMap } from './heat-map.server.ts';

/** A leader's one screen: the dashboard, and what tells how it came to this and what is to be done. */
export interface UnitPicture extends UnitDashboard {
  plan: AgainstPlan | null;
  present: PresentShare;
  lines: TrendLine[];
  heat: HeatMap | null;
  /** Null where one looks at a day that is over. */
  attention: Attention[] | null;
}

/** The line goes back this far at most; the days before are asked by another day. */
const MOST_DAYS = 366;

/**
 * The state of a unit in one assignment at the end of a day (null = now). Hot path: a fixed number of small statements,
 * none of which reads people but those who are away. Throws like `unitDashboard`.
 */
export async function unitPicture(
  actor: Actor,
  unitId: string,
  asked: { assignmentId?: string | null; sort?: UnitSort; asOf?: Date | null } = {},
): Promise<UnitPicture> {
  const placed = await placedDashboard(actor, unitId, asked);
  const { path, ...page } = placed;
  const { assignment, asOf } = page;
  const { sql } = database();
  const then = asked.asOf ?? null;
  const day = dateOf(asOf);
  const isShown = assignment !== null && page.total.strength > 0;
  const terms = isShown ? await findTerms(sql, assignment.id) : null;
  const plan = isShown ? planLine(assignment, terms?.plan) : [];
  const present = isShown ? await presenceOf(placed, assignment.id, day, then) : unknownPresence;
  return {
    ...page,
    plan: againstPlan(page.total, plannedShare(plan, day)),
    present,
    lines: isShown ? trendLines(await readTrend(sql, trendQuestion(unitId, assignment, day)), plan) : [],
    heat: isShown ? await heatMap(sql, page.parts, page.assignments, then) : null,
    attention: then === null && isShown ? attention(page, present, day, await openMatters(assignment.id)) : null,
  };

  async function openMatters(id: string) {
    const isLate = page.total.late > 0;
    return {
      openNotices: isLate ? await countOpenNotices(sql, path, id) : 0,
      expiring: terms?.certifies ? await countRenewals(sql, path, id, asOf) : 0,
    };
  }

  async function presenceOf({ total }: PlacedDashboard, id: string, on: LocalDate, at: Date | null) {
    const counted = await countConfirmed(sql, path, on);
    if (counted.confirmed === 0) return presentShare({ ...counted, strength: 0, absent: 0 }, nobodyCompleted);
    const away = await absenteesOn(sql, path, on);
    const ids = away.map(({ personId }) => personId);
    const completedAbsent = await countCompletedOf(sql, id, ids, at);
    const { strength, byStatus } = total;
    return presentShare(
      { ...counted, strength, absent: ids.length },
      { completed: byStatus.completed, completedAbsent },
    );
  }
}

const nobodyCompleted = { completed: 0, completedAbsent: 0 };
const unknownPresence: PresentShare = { kind: 'unconfirmed', units: 0 };

/** From the eve of the opening to the day that is looked at. */
function trendQuestion(unitId: string, assignment: { id: string; openAt: Date }, until: LocalDate) {
  const eve = addDays(dateOf(assignment.openAt), -1);
  const earliest = addDays(until, -MOST_DAYS);
  const from = eve > until ? until : [eve, earliest].sort().at(-1)!;
  return { unitId, assignmentId: assignment.id, from, until };
}

function attention(
  { total, assignment }: UnitDashboard,
  present: PresentShare,
  today: LocalDate,
  open: { openNotices: number; expiring: number },
): Attention[] {
  const { byStatus, late } = total;
  const dueAt = assignment?.dueAt ?? null;
  const confirmed = present.kind === 'unconfirmed' ? 0 : present.confirmed;
  return attentionList({
    ...{ late, failed: byStatus.failed, notStarted: byStatus['not-started'] },
    owing: byStatus['not-started'] + byStatus['in-progress'],
    daysLeft: dueAt === null ? null : daysBetween(today, dateOf(dueAt)),
    unconfirmed: present.units > 0 ? { units: present.units - confirmed, of: present.units } : null,
    ...open,
  });
}
