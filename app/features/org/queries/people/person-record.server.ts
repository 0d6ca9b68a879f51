import { may, scopeOf } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type AbsenceRow, listAbsencesOf } from '../../data/people/absences-of.server.ts';
import { type AttachmentRow, listAttachments } from '../../data/people/attachments.server.ts';
import {
  findPersonRecord,
  type Interval,
  listIntervals,
  type PersonRecord,
} from '../../data/people/person-records.server.ts';
import { findTreeUnit } from '../../data/tree/tree-units.server.ts';
import { namesAbove, type UnitPlace } from '../unit-place.server.ts';

export interface PersonRecordPage {
  person: PersonRecord;
  unit: { id: string; name: string; isClosed: boolean };
  above: UnitPlace['above'];
  intervals: Interval[];
  attachments: AttachmentRow[];
  absences: AbsenceRow[];
  /** Whether the actor may change what is kept of this person. */
  mayManage: boolean;
}

/**
 * What is kept of a person: for leaders of who serves, for who manages people also of who left. Seven queries. Throws
 * not-found outside of the reach.
 */
export async function personRecord(actor: Actor, personId: string): Promise<PersonRecordPage> {
  const { sql } = database();
  const managed = scopeOf(actor, 'person.manage');
  const viewed = scopeOf(actor, 'unit.view');
  const scope = [...new Set([...viewed, ...managed])];
  const person = await findPersonRecord(sql, scope, personId);
  const unit = person && (await findTreeUnit(sql, scope, person.unitId));
  if (!person || !unit) throw new AppError('not-found');
  const mayManage = may(actor, 'person.manage', unit.path);
  if (person.leftAt && !mayManage) throw new AppError('not-found');
  return {
    person,
    unit: { id: unit.id, name: unit.name, isClosed: unit.closedAt !== null },
    above: await namesAbove(scope, unit.path),
    intervals: await listIntervals(sql, personId),
    attachments: await listAttachments(sql, personId),
    absences: await listAbsencesOf(sql, personId),
    mayManage,
  };
}

/** The same for the pages that change it. Throws not-found for who may not. */
export async function managedPerson(actor: Actor, personId: string): Promise<PersonRecordPage> {
  const page = await personRecord(actor, personId);
  if (!page.mayManage) throw new AppError('not-found');
  return page;
}
