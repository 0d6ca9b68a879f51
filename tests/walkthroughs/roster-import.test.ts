import { beforeAll, describe, expect, it } from 'vitest';
import { onEvent } from '#app/features/audit/commands/reactions.server.ts';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { applyRosters } from '#app/features/org/commands/roster/apply-rosters.server.ts';
import {
  cancelImport,
  choosePolicy,
  decide,
  readAgain,
} from '#app/features/org/commands/roster/change-import.server.ts';
import { failInterrupted } from '#app/features/org/commands/roster/fail-interrupted.server.ts';
import { readRosters } from '#app/features/org/commands/roster/read-rosters.server.ts';
import { requestApply, requestUndo } from '#app/features/org/commands/roster/request-apply.server.ts';
import { undoRosters } from '#app/features/org/commands/roster/undo-rosters.server.ts';
import { listMissing } from '#app/features/org/data/roster/rows.server.ts';
import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stopWork } from '#app/platform/work-under-way.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';
import { lines, readRoster, sendRoster, storedImport, storedRows, workbook } from '#tests/fixtures/roster.ts';

useTestDatabase();
let corps: Corps;
beforeAll(async () => {
  corps = await buildCorps();
  // Everybody of the corps is to study: whoever comes or goes changes counters too.
  await assignCourse(await insertCourse(corps.corps), [corps.corps]);
});

const HEAD = 'Số hiệu;Họ và tên;Ngày sinh;Cấp bậc;Chức vụ;Đối tượng;Đảng/Đoàn;Đơn vị';
const personOf = (number: string) => database().read.person.findUnique({ where: { number } });
const numberOf = async (personId: string) =>
  (await database().read.person.findUniqueOrThrow({ where: { id: personId } })).number;
const intervalsOf = (personId: string) =>
  database().read.unitMembership.findMany({ where: { personId }, orderBy: [{ fromAt: 'asc' }, { untilAt: 'asc' }] });

/** Everything that an import may touch, to be compared. */
async function picture() {
  const { read } = database();
  const units = await read.unit.findMany({ where: { closedAt: null }, orderBy: { path: 'asc' } });
  const people = await read.person.findMany({ where: { leftAt: null }, orderBy: { number: 'asc' } });
  return {
    units: units.map(({ name, path, strength, subtreeStrength }) => ({ name, path, strength, subtreeStrength })),
    people: people.map(({ revision, ...person }) => person),
  };
}

/** Strengths, days, intervals, enrolments and counters agree with who serves where. */
const expectAgreement = async () => expect((await verifyCounters()).differences).toEqual([]);

async function apply(id: string, how = {}) {
  expect(await requestApply(corps.khoi, id, how)).toEqual({ kind: 'begun' });
  await applyRosters();
  return storedImport(id);
}

describe('a roster that comes in', () => {
  it('says of each row what it would do, and does nothing yet', async () => {
    const before = await picture();
    const an = await numberOf(corps.an.personId);
    const id = await readRoster(corps.khoi, {
      unitId: corps.s1.id,
      bytes: lines(
        'SƯ ĐOÀN S1;;;;;;;',
        'DANH SÁCH QUÂN NHÂN;;;;;;;',
        HEAD,
        '1;2;3;4;5;6;7;8',
        'N001;Nguyễn Thị Mới;30/04/1998;Binh nhất;Chiến sĩ;;ĐV;Đại đội C1',
        'N002;LÊ VĂN HAI;1999;H1;Tiểu đội trưởng;HSQ-BS;Đoàn viên;Đại đội C1',
        `${an};Nguyễn Văn An;;Hạ sĩ;;;;Đại đội C2`,
        'N002;Lê Văn Ba;31/02/1999;Binh nhì;;;;Đại đội C9',
        'Đại đội C2;;;;;;;',
        'N003;Trần Văn Năm;;Tướng;;;;',
        `${await numberOf(corps.em.personId)};Hoàng Văn Em;;;;;;Đại đội C1`,
      ),
    });
    const { state, outcome } = await storedImport(id);
    expect({ state, ...outcome?.counts }).toEqual({
      state: 'read',
      new: 1,
      changed: 0,
      transferred: 2,
      returned: 0,
      unchanged: 0,
      problem: 3,
    });
    expect(outcome).toMatchObject({
      headLine: 3,
      encoding: 'utf-8',
      separator: ';',
      missing: [],
      skipped: { count: 1, lines: [9] },
    });
    const rows = await storedRows(id);
    expect(rows.map(({ line, kind, decision }) => [line, kind, decision])).toEqual([
      [5, 'problem', 'none'],
      [6, 'new', 'apply'],
      [7, 'transferred', 'ask'],
      [8, 'problem', 'none'],
      [10, 'problem', 'none'],
      [11, 'transferred', 'ask'],
    ]);
    expect(rows[0]?.problems).toEqual([{ field: 'membership', code: 'membership-unknown' }]);
    expect(rows[1]).toMatchObject({
      fullName: 'Lê Văn Hai',
      rank: 'Hạ sĩ',
      bornOn: null,
      problems: [{ field: 'bornOn', code: 'year-only', about: '1999' }],
    });
    expect(rows[3]?.problems).toEqual([
      { field: 'bornOn', code: 'day-impossible' },
      { field: 'number', code: 'repeated', about: '6' },
      { field: 'unit', code: 'unit-unknown', about: 'Đại đội C9' },
    ]);
    expect(rows[4]?.problems.map(({ code }) => code)).toEqual(['rank-unknown']);
    expect(await requestApply(corps.khoi, id)).toEqual({ kind: 'refused', reason: 'problems' });
    expect(await requestApply(corps.khoi, id, { leavesProblems: true })).toEqual({ kind: 'refused', reason: 'asked' });
    const missing = await listMissing(database().sql, await storedImport(id), { limit: 10, offset: 0 });
    expect(missing.people.map(({ fullName }) => fullName)).toEqual(['Trần Thị Bình', 'Lê Đức Cường', 'Phạm Anh Dũng']);
    expect(await picture()).toEqual(before);
    await cancelImport(corps.khoi, id);
    expect(await storedRows(id)).toEqual([]);
    expect((await storedImport(id)).state).toBe('cancelled');
  });

  it('is applied as decided, tells who was placed once, and is taken back as a whole', async () => {
    const told: string[][] = [];
    onEvent('people-placed', 'roster-test', async (_, { personIds }) => {
      told.push([...personIds]);
    });
    const before = await picture();
    const [an, binh] = [await numberOf(corps.an.personId), await numberOf(corps.binh.personId)];
    const id = await readRoster(corps.khoi, {
      unitId: corps.corps.id,
      makesUnits: true,
      bytes: lines(
        HEAD,
        'P001;Phan Văn Một;30/04/1998;Binh nhất;Chiến sĩ;;Đoàn viên;Sư đoàn S1 / Đại đội C1',
        'P002;Phan Văn Hai;;Thiếu úy QNCN;Nhân viên;;Đảng viên;Sư đoàn S2 > Tiểu đoàn 7 > Đại đội 3',
        'P003;Phan Văn Ba;;;;CNVCQP;;c3/d7/Sư đoàn S2',
        `${an};Nguyễn Văn An;;Hạ sĩ;Tiểu đội trưởng;;;Đại đội C2`,
        `${binh};Trần Thị Bình;;Binh nhất;;;Đảng viên;`,
      ),
    });
    const read = await storedImport(id);
    expect(read.outcome?.counts).toMatchObject({ new: 3, transferred: 1, changed: 1, problem: 0 });
    expect(read.outcome?.unitsMade).toBe(2);
    expect(await requestApply(corps.khoi, id)).toEqual({ kind: 'refused', reason: 'asked' });
    const rows = await storedRows(id);
    await choosePolicy(corps.khoi, id, 'update');
    await decide(corps.khoi, id, { line: rows.find(({ number }) => number === binh)!.line }, 'leave');
    const applied = await apply(id);
    expect(applied).toMatchObject({ state: 'applied', outcome: { applied: { people: 4, units: 2 } } });
    expect(told).toHaveLength(1);
    expect(told[0]).toHaveLength(4);
    await expectAgreement();
    const c3 = await database().read.unit.findFirstOrThrow({
      where: { name: 'Đại đội 3' },
      include: { spans: true, parent: true },
    });
    expect(c3).toMatchObject({
      kind: 'company',
      shortName: 'c3',
      strength: 2,
      parent: { name: 'Tiểu đoàn 7', kind: 'battalion' },
      spans: [{ untilAt: null, path: c3.path }],
    });
    expect(await personOf('P002')).toMatchObject({
      unitId: c3.id,
      personnelClass: 'professional',
      rank: 'Thiếu úy quân nhân chuyên nghiệp',
      membership: 'party',
    });
    expect(await personOf('P003')).toMatchObject({ unitId: c3.id, personnelClass: 'civilian', rank: null });
    expect(await intervalsOf(corps.an.personId)).toMatchObject([
      { unitId: corps.c1.id, rank: 'Binh nhất', untilAt: applied.appliedAt },
      { unitId: corps.c2.id, rank: 'Hạ sĩ', position: 'Tiểu đội trưởng', untilAt: null, fromAt: applied.appliedAt },
    ]);
    expect(await personOf(binh)).toMatchObject({ membership: 'youth' });
    expect(await requestApply(corps.khoi, id)).toEqual({ kind: 'begun' });
    expect(await applyRosters()).toBe(0);

    // Somebody promotes one of the new people before the file is taken back.
    await transact(corps.khoi, 'org.person-changed', async ({ tx }) => {
      const { id: personId } = await tx.person.update({ where: { number: 'P001' }, data: { rank: 'Hạ sĩ' } });
      await tx.unitMembership.updateMany({ where: { personId, untilAt: null }, data: { rank: 'Hạ sĩ' } });
    });
    expect(await requestUndo(corps.khoi, id)).toEqual({ kind: 'begun' });
    await undoRosters();
    expect(await storedImport(id)).toMatchObject({
      state: 'undone',
      outcome: { undone: { people: 3, kept: 1, units: 2 } },
    });
    await expectAgreement();
    const after = await picture();
    expect(after.units.map(({ name }) => name)).toEqual(before.units.map(({ name }) => name));
    expect(after.people.filter(({ number }) => number !== 'P001')).toEqual(before.people);
    expect((await intervalsOf(corps.an.personId)).at(-1)).toMatchObject({
      unitId: corps.c1.id,
      rank: 'Binh nhất',
      untilAt: null,
    });
    expect((await storedRows(id)).filter(({ undo }) => undo === 'kept').map(({ number }) => number)).toEqual(['P001']);
  });

  it('brings back whom taking back had sent away, without asking', async () => {
    const id = await readRoster(corps.khoi, {
      unitId: corps.c1.id,
      bytes: lines(HEAD, 'P002;Phan Văn Hai;;Thiếu úy QNCN;;;;'),
    });
    expect((await storedRows(id)).map(({ kind, decision }) => [kind, decision])).toEqual([['returned', 'apply']]);
    await apply(id);
    expect(await personOf('P002')).toMatchObject({ leftAt: null, leftReason: null, unitId: corps.c1.id });
    await expectAgreement();
  });

  it('makes a whole tree from a file of units, parents below their children too', async () => {
    const id = await readRoster(corps.khoi, {
      unitId: corps.s2.id,
      subject: 'units',
      name: 'don-vi.xlsx',
      bytes: await workbook([
        ['Tên đơn vị', 'Tên viết tắt', 'Trực thuộc'],
        ['Đại đội 5', 'c5', 'Tiểu đoàn 8'],
        ['Tiểu đoàn 8', 'd8', null],
        ['Phòng Chính trị', null, 'Sư đoàn S2'],
        ['Đại đội C3', null, null],
        ['Trung đội 1', null, 'Tiểu đoàn 99'],
      ]),
    });
    expect((await storedRows(id)).map(({ kind }) => kind)).toEqual(['new', 'new', 'new', 'unchanged', 'problem']);
    expect(await apply(id, { leavesProblems: true })).toMatchObject({ outcome: { applied: { people: 0, units: 3 } } });
    const c5 = await database().read.unit.findFirstOrThrow({ where: { name: 'Đại đội 5' }, include: { parent: true } });
    expect(c5.parent).toMatchObject({ name: 'Tiểu đoàn 8', parentId: corps.s2.id });
  });
});

describe('all or nothing', () => {
  const some = (count: number, prefix: string) =>
    lines(HEAD, ...Array.from({ length: count }, (_, index) => `${prefix}${index};Ngô Văn Số;;Binh nhì;;;;`));

  it('leaves nothing half-written when a reaction fails in the middle, and can be applied afterwards', async () => {
    const before = await picture();
    const id = await readRoster(corps.khoi, { unitId: corps.c2.id, bytes: some(30, 'X') });
    onEvent('people-placed', 'roster-test', async () => {
      throw new Error('the power went');
    });
    await requestApply(corps.khoi, id);
    await applyRosters();
    onEvent('people-placed', 'roster-test', async () => {});
    expect(await storedImport(id)).toMatchObject({ state: 'read', failure: 'unexpected' });
    expect(await picture()).toEqual(before);
    expect(await apply(id)).toMatchObject({ state: 'applied' });
    await expectAgreement();
  });

  it('is stopped before the commit without a trace', async () => {
    const before = await picture();
    const id = await readRoster(corps.khoi, { unitId: corps.c2.id, bytes: some(30, 'Y') });
    await requestApply(corps.khoi, id);
    const applying = applyRosters();
    while (!stopWork(id)) await new Promise((resolve) => setImmediate(resolve));
    await cancelImport(corps.khoi, id);
    await applying;
    expect((await storedImport(id)).state).toBe('read');
    expect(await picture()).toEqual(before);
  });

  it('refuses a preview that others have overtaken, and reads the file again', async () => {
    const number = await numberOf(corps.dung.personId);
    const one = await readRoster(corps.khoi, {
      unitId: corps.s1.id,
      policy: 'update',
      bytes: lines(HEAD, `${number};Phạm Anh Dũng;;Hạ sĩ;;;;`),
    });
    const other = await readRoster(corps.khoi, {
      unitId: corps.s1.id,
      policy: 'update',
      bytes: lines(HEAD, `${number};Phạm Anh Dũng;;Trung sĩ;;;;`),
    });
    await Promise.all([requestApply(corps.khoi, one), requestApply(corps.khoi, other)]);
    await Promise.all([applyRosters(), applyRosters()]);
    // On PostgreSQL the two are applied side by side: either may come first, the other is overtaken.
    const isFirst = (await storedImport(one)).state === 'applied';
    const [applied, overtaken] = isFirst ? [one, other] : [other, one];
    const [wasRank, rank] = isFirst ? ['Hạ sĩ', 'Trung sĩ'] : ['Trung sĩ', 'Hạ sĩ'];
    expect((await storedImport(applied)).state).toBe('applied');
    expect(await storedImport(overtaken)).toMatchObject({ state: 'read', failure: 'stale' });
    expect(await readAgain(corps.khoi, overtaken)).toEqual({ kind: 'changed' });
    await readRosters();
    expect((await storedRows(overtaken))[0]).toMatchObject({ wasRank, rank });
  });

  it('shows a reading that died with its server as failed, and begins it again', async () => {
    const id = await sendRoster(corps.khoi, { unitId: corps.c1.id, bytes: some(3, 'Z') });
    await transact(corps.khoi, 'org.roster-read', async ({ tx, unchanged }) => {
      await tx.rosterImport.update({ where: { id }, data: { touchedAt: new Date('2020-01-01') } });
      unchanged();
    });
    await failInterrupted();
    expect(await storedImport(id)).toMatchObject({ state: 'failed', failure: 'interrupted' });
    await readAgain(corps.khoi, id);
    await readRosters();
    expect(await storedImport(id)).toMatchObject({ state: 'read', outcome: { counts: { new: 3 } } });
  });

  it('is not for who may not import, nor for another unit', async () => {
    await expect(sendRoster(corps.thuy, { unitId: corps.c1.id, bytes: some(1, 'W') })).rejects.toThrow('forbidden');
    const ofS1 = { ...corps.khoi, grants: [{ role: 'administrator', unitPath: corps.s1.path } as const] };
    await expect(sendRoster(ofS1, { unitId: corps.c3.id, bytes: some(1, 'W') })).rejects.toThrow('not-found');
    const id = await readRoster(corps.khoi, { unitId: corps.c3.id, bytes: some(1, 'W') });
    await expect(requestApply(ofS1, id)).rejects.toThrow('not-found');
  });
});
