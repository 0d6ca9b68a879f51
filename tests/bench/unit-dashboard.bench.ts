/**
 * A corps leader's dashboard with the same 157 units and 300, 3,000 and 30,000 people: server time and processor time of
 * the whole page. What a leader sees is summed from counters, so the number of people must not matter: the 300 are the
 * baseline of the run. Optional argument: seconds for each measurement.
 */
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { createPerson, personRow } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { importContent } from '#prisma/seed/import-content.ts';
import { type Load, load, print, rounded } from './measure.ts';
import { actorOf, onStage, sessionCookie, stageFolder, startProduct } from './stage.ts';

const seconds = Number(process.argv[2] ?? 5);
const statuses = ['completed', 'completed', 'completed', 'in-progress', 'not-started', 'failed', 'exempt'];
const classifications = ['excellent', 'good', 'average', 'failed', null];

/** A corps of 6 divisions x 5 regiments x 4 battalions + the divisions' staff; every unit at the bottom gets its share. */
async function stage(people: number): Promise<{ cookie: string; unitId: string; units: number }> {
  return onStage(async () => {
    const unit = (
      parentId: string | null,
      kind: 'corps' | 'division' | 'regiment' | 'battalion',
      name: string,
      position: number,
    ) => createUnit(theSystem, { parentId, kind, name, shortName: name, position });
    const corps = await unit(null, 'corps', 'Quân đoàn đo', 0);
    const bottom: string[] = [];
    for (let d = 1; d <= 6; d += 1) {
      const division = await unit(corps.id, 'division', `Sư đoàn ${d}`, d);
      for (let r = 1; r <= 5; r += 1) {
        const regiment = await unit(division.id, 'regiment', `Trung đoàn ${d}${r}`, r);
        for (let b = 1; b <= 4; b += 1) bottom.push((await unit(regiment.id, 'battalion', `Tiểu đoàn ${b}`, b)).id);
      }
    }
    const anybody = { rank: 'Binh nhất', position: null, personnelClass: 'enlisted', membership: 'youth' } as const;
    const author = await createPerson(theSystem, {
      ...anybody,
      number: 'DO0',
      fullName: 'Trần Văn Đo',
      unitId: corps.id,
    });
    for (const role of ['author', 'leader'] as const)
      await grantRole(theSystem, { personId: author.id, role, unitId: corps.id });
    const rows = Array.from({ length: people }, (_, index) => ({
      ...personRow({
        ...anybody,
        number: `DO${index + 1}`,
        fullName: `Nguyễn Văn Đo ${index}`,
        unitId: bottom[index % bottom.length]!,
      }),
      createdAt: new Date(),
    }));
    await database().write(async (tx, sql) => {
      for (let from = 0; from < rows.length; from += 1000)
        await tx.person.createMany({ data: rows.slice(from, from + 1000) });
      await sql.run('UPDATE "Unit" SET "strength" = (SELECT COUNT(*) FROM "Person" p WHERE p."unitId" = "Unit"."id")');
    });
    const courseId = await importContent(corps.id);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const assigned = await assignCourse(await actorOf(author.id), {
      courseId,
      title: 'Nghị quyết 35',
      unitIds: [corps.id],
      openOn: day(-30),
      dueOn: day(-1),
      closeOn: null,
      rule: { lessons: 'all', quizIds: [] },
    });
    if (assigned.kind !== 'assigned') throw new Error(JSON.stringify(assigned));
    // Every kind of standing in every unit; counted as the counters are.
    await database().write(async (_, sql) => {
      for (const [index, status] of statuses.entries()) {
        await sql.run(
          `UPDATE "Enrolment" SET "status" = ?, "classification" = ? WHERE "personId" LIKE ?`,
          status,
          status === 'not-started' ? null : classifications[index % classifications.length]!,
          `%${'0123456'[index]}`,
        );
      }
      await sql.run('DELETE FROM "ProgressCounter"');
      for (const dimension of ['status', 'classification']) {
        await sql.run(
          `INSERT INTO "ProgressCounter" ("assignmentId", "unitId", "dimension", "key", "count")
           SELECT "assignmentId", "unitId", '${dimension}', "${dimension}", COUNT(*) FROM "Enrolment"
           WHERE "${dimension}" IS NOT NULL GROUP BY 1, 2, 4`,
        );
      }
    });
    const { length: units } = await database().read.unit.findMany({ select: { id: true } });
    return { cookie: await sessionCookie(author.id), unitId: corps.id, units };
  });
}

const figures: Load[] = [];
for (const people of [300, 3_000, 30_000]) {
  stageFolder();
  const { cookie, unitId, units } = await stage(people);
  const product = await startProduct();
  const measured = await load(
    { port: product.port, pid: product.pid, connections: 1, seconds },
    () => ({ method: 'GET', path: `/units/${unitId}`, headers: { Cookie: cookie } }),
    (status, text) => status === 200 && text.includes('</html>'),
  );
  figures.push(measured);
  print({ bench: 'unit-dashboard', people, units, ...measured });
  await product.stop();
}
const baseline = figures[0]!;
print({
  bench: 'unit-dashboard',
  timeOf3000: rounded(figures[1]!.p50 / baseline.p50, 2),
  timeOf30000: rounded(figures[2]!.p50 / baseline.p50, 2),
  aim: 1.5,
  processorMs: figures.map(({ serverCpu }) => serverCpu),
  processorAim: 3,
});
process.exit(0);
