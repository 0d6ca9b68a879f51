import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#app/features/audit/commands/transact.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { changeCertification } from '#app/features/courses/commands/change-terms.server.ts';
import { markLessonRead } from '#app/features/courses/commands/mark-lesson-read.server.ts';
import { coursePage } from '#app/features/courses/queries/course-page.server.ts';
import { renameUnit } from '#app/features/org/commands/tree/rename-unit.server.ts';
import { openRenewals } from '#app/features/progress/commands/certificates/open-renewals.server.ts';
import { certificatePage } from '#app/features/progress/queries/certificates/certificate-page.server.ts';
import { ownTerms } from '#app/features/progress/queries/own-terms.server.ts';
import { endOfDay } from '#app/kernel/vietnam-time.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse, complete, insertCourse, readLesson, type TestCourse, takeQuiz } from '#tests/fixtures/course.ts';
import { counterDifferences } from '#tests/fixtures/enrolled.ts';

useTestDatabase();

let corps: Corps;
let course: TestCourse;
let assignmentId: string;
const on = (day: string) => setClock(() => new Date(`${day}T03:00:00Z`));
const certificates = () =>
  database().read.certificate.findMany({
    where: { assignmentId },
    orderBy: [{ issuedAt: 'asc' }, { personId: 'asc' }],
  });
const enrolment = (personId: string) =>
  database().read.enrolment.findUniqueOrThrow({ where: { assignmentId_personId: { assignmentId, personId } } });

beforeAll(async () => {
  on('2027-11-01');
  corps = await buildCorps();
  course = await insertCourse(corps.corps);
  await transact(theSystem, 'courses.content-imported', ({ tx }) =>
    tx.course.update({ where: { id: course.courseId }, data: { state: 'published' } }),
  );
  assignmentId = await assignCourse(course, [corps.s1], { dueAt: endOfDay('2027-12-31') });
  await complete(corps.an.personId, course);
  on('2027-11-02');
  const { revision } = await database().read.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const certification = { validity: { kind: 'months' as const, months: 12 }, windowDays: 30 };
  await changeCertification(corps.giang, { assignmentId, revision, certification });
});

describe('the life of a certificate over two years', () => {
  it('is given to who had completed before, for the time that is left', async () => {
    expect(await certificates()).toMatchObject([
      { personId: corps.an.personId, grade: 9, expiresAt: endOfDay('2028-11-01'), revokedAt: null },
    ]);
    expect((await certificates())[0]!.number).toMatch(/^2027(-[0-9A-Z]{4}){3}$/);
  });

  it('is issued with the completion, once, and valid for one year of the calendar', async () => {
    on('2028-02-29');
    await complete(corps.binh.personId, course);
    await readLesson(corps.binh.personId, course, 0);
    const own = (await certificates()).filter(({ personId }) => personId === corps.binh.personId);
    expect(own).toMatchObject([{ issuedAt: new Date('2028-02-29T03:00:00Z'), expiresAt: endOfDay('2029-02-28') }]);
  });

  it('bears the name that its unit had on the day of issue, whatever the unit is called later', async () => {
    const unit = await database().read.unit.findUniqueOrThrow({ where: { id: corps.corps.id } });
    const naming = { name: 'Quân đoàn đổi tên', shortName: 'QĐ mới', kind: unit.kind, revision: unit.revision };
    expect(await renameUnit(corps.khoi, unit.id, naming)).toMatchObject({ kind: 'renamed' });
    const [first] = await certificates();
    const { certificate } = await certificatePage(corps.an, first!.number);
    expect(certificate.issuerName).toBe(unit.name);
  });

  it('is revoked when the result is taken away, and issued anew when it comes back', async () => {
    await complete(corps.cuong.personId, course, 6);
    const attempt = await database().read.attempt.findFirstOrThrow({ where: { personId: corps.cuong.personId } });
    const regrade = async (grade: number) => {
      await transact(theSystem, 'quiz.attempt-regraded', async ({ tx, emit }) => {
        await tx.attempt.update({ where: { id: attempt.id }, data: { grade } });
        const { personId, quizId, id: attemptId } = attempt;
        emit({ type: 'attempt-regraded', personId, quizId, courseId: course.courseId, attemptId });
      });
    };
    on('2028-03-01');
    await regrade(3);
    on('2028-03-02');
    await regrade(7);
    const own = (await certificates()).filter(({ personId }) => personId === corps.cuong.personId);
    expect(own.map(({ revokeReason, revokedAt, grade }) => [revokeReason, revokedAt !== null, grade])).toEqual([
      ['result-changed', true, 6],
      [null, false, 7],
    ]);
  });

  it('opens its renewal by the clock, once, and only what is done from then on counts', async () => {
    on('2028-10-02');
    expect(await openRenewals()).toBe(0);
    on('2028-10-03');
    expect(await openRenewals()).toBe(1);
    expect(await openRenewals()).toBe(0);
    expect(await enrolment(corps.an.personId)).toMatchObject({
      ...{ status: 'not-started', lessonsRead: 0, completedAt: null, bestGrade: null },
      extendedDueAt: endOfDay('2028-11-01'),
    });
    expect(await counterDifferences(assignmentId)).toEqual([]);
    const terms = await ownTerms(corps.an);
    expect((await coursePage(corps.an, course.courseId, new Set(), terms)).lessons.read).toBe(0);
    const attempts = await database().read.attempt.findMany({ where: { personId: corps.an.personId } });
    expect(attempts.map(({ formerAt }) => formerAt)).toEqual([new Date('2028-10-03T03:00:00Z')]);
  });

  it('keeps the former certificate, and gives another when it is earned again', async () => {
    on('2028-10-20');
    const terms = await ownTerms(corps.an);
    for (const lessonId of course.lessonIds) await markLessonRead(corps.an, lessonId, terms);
    expect(await enrolment(corps.an.personId)).toMatchObject({ status: 'in-progress', lessonsRead: 2 });
    await takeQuiz(corps.an.personId, course, 8);
    expect(await enrolment(corps.an.personId)).toMatchObject({ status: 'completed', bestGrade: 8 });
    const own = (await certificates()).filter(({ personId }) => personId === corps.an.personId);
    expect(own).toMatchObject([
      { grade: 9, expiresAt: endOfDay('2028-11-01'), revokedAt: null },
      { grade: 8, expiresAt: endOfDay('2029-10-20'), revokedAt: null },
    ]);
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });

  it('renews the others in their time, whoever slept through the window too', async () => {
    on('2029-06-01');
    // Bình and Cường: their year is over; An's is not.
    expect(await openRenewals()).toBe(2);
    expect(await enrolment(corps.binh.personId)).toMatchObject({
      status: 'not-started',
      extendedDueAt: endOfDay('2029-02-28'),
    });
    expect(await counterDifferences(assignmentId)).toEqual([]);
  });
});
