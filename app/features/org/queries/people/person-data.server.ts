import type { Actor } from '#app/features/access/core/role.ts';
import { eventsOfPerson } from '#app/features/audit/queries/events-of-person.server.ts';
import { instantText, type PersonDataPart } from '#app/kernel/person-data.ts';
import { database } from '#app/platform/db/database.server.ts';
import { listGroupsOf } from '../../data/people/groups-of.server.ts';
import { managedPerson } from './person-record.server.ts';

/** What org and the log store about a person: who, where since when, away when, in which groups, what was done. */
export async function personData(actor: Actor, personId: string): Promise<PersonDataPart[]> {
  const { person, unit, intervals, attachments, absences } = await managedPerson(actor, personId);
  const { sql } = database();
  const { fullName, number, bornOn, rank, position, personnelClass, membership, createdAt, leftAt, leftReason } =
    person;
  return [
    {
      part: 'person',
      rows: [
        {
          ...{ fullName, number, bornOn, rank, position, personnelClass, membership, unit: unit.name },
          ...{ createdAt: instantText(createdAt), leftAt: instantText(leftAt), leftReason },
        },
      ],
    },
    {
      part: 'service',
      rows: intervals.map((each) => ({
        ...{
          unit: [each.unitName, each.unitAbove.join('/')].filter(Boolean).join(', '),
          rank: each.rank,
          position: each.position,
          personnelClass: each.personnelClass,
        },
        ...{ membership: each.membership, fromOn: each.fromOn, fromAt: instantText(each.fromAt) },
        ...{ untilAt: instantText(each.untilAt), note: each.note, endedOn: each.endedOn },
        ...{ leftReason: each.endReason, endNote: each.endNote },
      })),
    },
    {
      part: 'attachments',
      rows: attachments.map(({ unitName, reason, fromAt, untilAt, endedAt }) => ({
        ...{ unit: unitName, reason, fromAt: instantText(fromAt) },
        ...{ untilAt: instantText(untilAt), endedAt: instantText(endedAt) },
      })),
    },
    {
      part: 'absences',
      rows: absences.map(({ reason, fromDay, untilDay, note }) => ({
        absence: reason,
        fromOn: fromDay,
        untilOn: untilDay,
        note,
      })),
    },
    { part: 'groups', rows: await listGroupsOf(sql, personId) },
    {
      part: 'log',
      rows: (await eventsOfPerson(sql, personId)).map(({ at, op, isOwn }) => ({ at: at.toISOString(), op, isOwn })),
    },
  ];
}
