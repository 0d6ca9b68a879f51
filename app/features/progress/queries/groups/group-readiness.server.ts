import type { Actor } from '#app/features/access/core/role.ts';
import { type JudgedGroup, judgeGroup } from '#app/features/org/core/groups/requirements.ts';
import { type GroupFacts, groupFacts } from '#app/features/org/queries/groups/group-facts.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listCoursesAround, listHeldCertificates } from '../../data/groups/held-certificates.server.ts';

export interface GroupReadiness extends Omit<GroupFacts, 'members' | 'units'> {
  judged: JudgedGroup;
  members: number;
  /** To name and to choose: the courses whose certificates may be required. */
  courses: { id: string; title: string }[];
  asOf: Date;
}

/** Whether a group meets what is required of it now, certificates included. Throws as `groupFacts`. */
export async function groupReadiness(actor: Actor, groupId: string): Promise<GroupReadiness> {
  const { members, units, ...facts } = await groupFacts(actor, groupId);
  const { sql } = database();
  const at = now();
  const [certificates, courses] = await Promise.all([
    listHeldCertificates(sql, groupId, facts.required.courseIds),
    listCoursesAround(sql, facts.group.unitPath),
  ]);
  const judged = judgeGroup(facts.required, members, certificates, units, at);
  return { ...facts, judged, members: members.length, courses, asOf: at };
}
