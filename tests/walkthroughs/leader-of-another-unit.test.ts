import { beforeAll, expect, it } from 'vitest';
import type { Actor, Role } from '#app/features/access/core/role.ts';
import { changeCertification, changePlan } from '#app/features/courses/commands/change-terms.server.ts';
import { withdrawAssignment } from '#app/features/courses/commands/withdraw-assignment.server.ts';
import { addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { closeGroup } from '#app/features/org/commands/close-group.server.ts';
import { createGroup } from '#app/features/org/commands/create-group.server.ts';
import { transferPerson } from '#app/features/org/commands/people/transfer-person.server.ts';
import { confirmPresence } from '#app/features/org/commands/presence/confirm-presence.server.ts';
import { importPresence } from '#app/features/org/commands/presence/import-presence.server.ts';
import { mergeUnit } from '#app/features/org/commands/tree/merge-unit.server.ts';
import { moveUnit } from '#app/features/org/commands/tree/move-unit.server.ts';
import { renameUnit } from '#app/features/org/commands/tree/rename-unit.server.ts';
import { undoMerger } from '#app/features/org/commands/tree/undo-merger.server.ts';
import { endExemption } from '#app/features/progress/commands/end-exemption.server.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { endExtension } from '#app/features/progress/commands/extensions/end-extension.server.ts';
import { scheduleReport } from '#app/features/reports/commands/schedule-report.server.ts';
import { setReportForm } from '#app/features/reports/commands/set-report-form.server.ts';
import { signFigures } from '#app/features/reports/commands/sign-figures.server.ts';
import { emptyForm } from '#app/features/reports/core/report-form.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';

useTestDatabase();

let corps: Corps;
let assignmentId: string;
let groupId: string;

beforeAll(async () => {
  setClock(() => new Date('2026-11-22T03:00:00Z'));
  corps = await buildCorps();
  assignmentId = await assignCourse(await insertCourse(corps.s1), [corps.s1]);
  const s1Author = { ...corps.giang, grants: [{ role: 'author' as const, unitPath: corps.s1.path }] };
  const made = await createGroup(s1Author, { unitId: corps.s1.id, name: 'Tổ của S1' });
  if (made.kind !== 'created') throw new Error(made.kind);
  groupId = made.groupId;
});

/** Everything that may be done in a unit, at another unit than the one that is asked about. */
const roles: Role[] = ['leader', 'clerk', 'author', 'examiner', 'administrator'];
const stranger = (): Actor => ({
  ...corps.hanh,
  grants: roles.map((role) => ({ role, unitPath: corps.s2.path })),
});

const day = '2026-11-21';
const asked: Record<string, (actor: Actor) => Promise<unknown>> = {
  'signs figures': (by) => signFigures(by, { unitId: corps.s1.id, assignmentId, day, note: '', checksum: '' }),
  'enters the absent of a file': (by) => importPresence(by, corps.c1.id, day, []),
  'confirms who is present': (by) => confirmPresence(by, corps.c1.id, day, []),
  'closes a group': (by) => closeGroup(by, groupId),
  'adds to a group': (by) => addGroupMembers(by, groupId, { numbers: 'QN00001' }),
  'renames a unit': (by) => renameUnit(by, corps.c1.id, { name: 'Khác', shortName: 'k', kind: 'company', revision: 0 }),
  'moves a unit into its own': (by) => moveUnit(by, corps.c1.id, { parentId: corps.s2.id, revision: 0 }),
  'moves its own unit into another': (by) => moveUnit(by, corps.c3.id, { parentId: corps.s1.id, revision: 0 }),
  'merges a unit into its own': (by) => mergeUnit(by, corps.c1.id, { intoId: corps.c3.id, revision: 0, note: '' }),
  'takes a merger back': (by) => undoMerger(by, corps.c1.id),
  'takes a person over': (by) =>
    transferPerson(by, corps.an.personId, { unitId: corps.c3.id, effectiveOn: day, note: '', revision: 0 }),
  'changes what an assignment certifies': (by) =>
    changeCertification(by, { assignmentId, revision: 0, certification: null }),
  'changes a plan': (by) => changePlan(by, { assignmentId, revision: 0, points: [] }),
  'withdraws an assignment': (by) => withdrawAssignment(by, assignmentId),
  'exempts a person': (by) => exemptPerson(by, { personId: corps.an.personId, assignmentId, reason: 'x' }),
  'ends an exemption': (by) => endExemption(by, { personId: corps.an.personId, assignmentId }),
  'ends an extension': (by) => endExtension(by, { personId: corps.an.personId, assignmentId }),
  'schedules a report': (by) =>
    scheduleReport(by, { key: 'k', unitId: corps.s1.id, every: 'month', assignmentIds: [assignmentId], names: 'none' }),
  'changes the form of reports': (by) => setReportForm(by, corps.s1.id, emptyForm),
};

it.each(Object.entries(asked))(
  'finds nothing where somebody of another unit %s, and writes nothing',
  async (_, ask) => {
    const written = () => database().read.auditEvent.count();
    const before = await written();
    await expect(ask(stranger())).rejects.toMatchObject({ code: 'not-found' });
    expect(await written()).toBe(before);
  },
);
