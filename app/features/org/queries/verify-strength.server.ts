import { database } from '#app/platform/db/database.server.ts';
import {
  listMembershipGaps,
  listSpanGaps,
  listStrengthDayGaps,
  listStrengthGaps,
  type StrengthGap,
} from '../data/strength-gaps.server.ts';

/**
 * Recomputes strengths, their days and the open intervals of units and people, and compares. Empty = all agree; at most 200
 * of each kind are told. Set-based: the memory that it takes grows with units and days, never with people.
 */
export async function verifyStrength(): Promise<StrengthGap[]> {
  const { sql } = database();
  return [
    ...(await listStrengthGaps(sql)),
    ...(await listStrengthDayGaps(sql)),
    ...(await listSpanGaps(sql)),
    ...(await listMembershipGaps(sql)),
  ];
}
