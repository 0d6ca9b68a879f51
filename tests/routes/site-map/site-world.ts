import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import { delegateRole } from '#app/features/access/commands/grants/delegate-role.server.ts';
import type { Actor, Role } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { addItem } from '#app/features/library/commands/add-item.server.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import type { UnitRow } from '#app/features/org/data/units.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import { createPaperSet } from '#app/features/quiz/commands/printed/create-paper-set.server.ts';
import { enterPaperSheet } from '#app/features/quiz/commands/printed/enter-sheet.server.ts';
import { makeReport } from '#app/features/reports/commands/make-report.server.ts';
import { addDays, dateOf } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { buildCorps } from '#tests/fixtures/corps.ts';
import { assignCourse, insertCourse } from '#tests/fixtures/course.ts';
import { buildExam, clockAt } from '#tests/fixtures/exam.ts';
import { buildRoom } from '#tests/fixtures/exam-room.ts';
import { buildEssayExam } from '#tests/fixtures/marked-by-hand.ts';
import { walk } from '#tests/fixtures/walk.ts';
import { signedIn } from '../signed-in.ts';
import { type ActorName, actorNames } from './actors.ts';

/** Who asks: a cookie for each, '' for nobody; and what they ask for: ids by the name that the site map gives them. */
export interface SiteWorld {
  cookies: Record<ActorName, string>;
  ids: Record<string, string>;
}

/**
 * A corps of four levels: corps, division S1, company C1, platoon B1. Everything that the site map names belongs to
 * platoon B1 or to one person in it; content belongs to the corps; the exam session to division S1.
 */
export async function buildSiteWorld(): Promise<SiteWorld> {
  clockAt(0);
  const corps = await buildCorps();
  const platoon = (name: string, parent: UnitRow) =>
    createUnit(theSystem, { parentId: parent.id, kind: 'platoon', name, shortName: name });
  const b1 = await platoon('Trung đội 1', corps.c1);
  const b2 = await platoon('Trung đội 2', corps.c1);
  const units = { corps: corps.corps, s1: corps.s1, s2: corps.s2, c1: corps.c1, b1, b2 };

  let count = 0;
  async function someone(unit: UnitRow, fullName: string): Promise<Actor> {
    count += 1;
    const { id: personId } = await createPerson(theSystem, {
      ...{ number: `SM${String(count).padStart(5, '0')}`, fullName, rank: 'Trung sĩ', position: null },
      ...{ personnelClass: 'enlisted', membership: 'youth', unitId: unit.id },
    });
    const place = { unitId: unit.id, unitPath: unit.path };
    return { personId, fullName, rank: null, ...place, grants: [], mustChangePassword: false };
  }
  async function holding(role: Role, unit: UnitRow): Promise<Actor> {
    const actor = await someone(unit, `Người ${role} ${unit.shortName}`);
    await grantRole(theSystem, { personId: actor.personId, role, unitId: unit.id });
    return { ...actor, grants: [{ role, unitPath: unit.path }] };
  }

  const actors: Partial<Record<ActorName, Actor>> = {};
  actors.oneself = await someone(b1, 'Nguyễn Văn Mình');
  actors.fellow = await someone(b1, 'Trần Văn Bạn');
  for (const name of actorNames) {
    const [role, place] = name.split(' ') as [Role, keyof typeof units];
    if (place && role !== ('standing-in' as Role)) actors[name] = await holding(role, units[place]);
  }
  const grantOf = async ({ personId }: Actor) =>
    (await database().read.roleGrant.findFirstOrThrow({ where: { personId } })).id;
  actors['standing-in c1'] = await someone(units.c1, 'Người làm thay');
  await delegateRole(actors['leader c1']!, {
    ...{ id: newId(), grantId: await grantOf(actors['leader c1']!) },
    ...{ personId: actors['standing-in c1'].personId, unitId: units.c1.id },
    ...{ fromDay: '', untilDay: addDays(dateOf(new Date()), 400) },
  });

  const person = actors.oneself;
  const course = await insertCourse(corps.corps);
  await database().write((tx) => tx.course.update({ where: { id: course.courseId }, data: { state: 'published' } }));
  const assignmentId = await assignCourse(course, [corps.s1]);
  const exam = await buildExam(corps);
  const attempt = await walk(person, exam.quizId);
  const essay = await buildEssayExam(corps);
  const written = await walk(person, essay.quizId);
  await written.save(2, 'Bài viết của tôi.');
  await written.submit();
  const { read } = database();
  const task = await read.markingTask.findFirst();
  const sessionId = await buildRoom(corps, {
    ...{ quizId: exam.quizId, people: [person], examiner: actors['examiner s1']! },
  });
  const setId = newId();
  const runs = actors['examiner s1']!;
  await createPaperSet(runs, {
    ...{ id: setId, quizId: exam.quizId, who: { kind: 'unit', id: units.c1.id }, title: 'Kiểm tra giấy' },
    ...{ heldOn: '2020-01-02', startsAt: '07:30', minutes: 45, variants: 2 },
    ...{ drawing: 'one', shuffleQuestions: true, shuffleOptions: true },
  });
  const { number } = await read.person.findUniqueOrThrow({ where: { id: person.personId } });
  await enterPaperSheet(runs, setId, {
    ...{ round: 1, variant: '101', who: number, letters: '---', written: {}, replaces: false },
  });
  const groupId = newId();
  await database().write((tx) =>
    tx.personGroup.create({
      data: { id: groupId, unitId: b1.id, name: 'Tổ nòng cốt', createdAt: new Date('2026-11-01T00:00:00Z') },
    }),
  );
  const question = await read.question.findFirstOrThrow({ where: { code: 'thu-q1' } });
  const report = await makeReport(actors['leader b1']!, {
    ...{ key: newId(), unitId: b1.id, assignmentIds: [assignmentId], number: '', remarks: '', lang: 'vi' },
    ...{ asOfDay: '2026-11-22', datedOn: '2026-11-22', names: 'none' },
  } as Parameters<typeof makeReport>[1]);

  const itemId = newId();
  await addItem(actors['author corps']!, {
    ...{ id: itemId, unitId: b1.id },
    item: {
      ...{ kind: 'document', title: 'Quy định', body: '', topic: 'Nội vụ', tags: [], source: 'Trung đội', symbol: '' },
      ...{ link: '', issuedOn: null, asOf: '2020-01-02', mediaId: null, mediaAlt: '' },
    },
  });
  const importId = await stageImport(actors['author corps']!, {
    ...{ importId: newId(), unitId: '', name: 'de.txt', source: 'Câu 1. Một?\nA. x\nB. y\nĐáp án: A\n' },
    ...{ format: 'text', fileFormat: 'text', fileProblems: [] },
  });

  const cookies = { nobody: '' } as Record<ActorName, string>;
  for (const name of actorNames) if (actors[name]) cookies[name] = await signedIn(actors[name]);
  return {
    cookies,
    ids: {
      ...{ unitId: b1.id, personId: person.personId, grantId: await grantOf(actors['leader b1']!), groupId },
      ...{ courseId: course.courseId, lessonId: course.lessonIds[0]!, assignmentId, quizId: exam.quizId },
      ...{ markedQuizId: essay.quizId, fellowId: actors.fellow.personId },
      ...{ attemptId: attempt.attemptId, sessionId, setId, taskId: task?.id ?? 'none', questionId: question.id },
      ...{ importId, itemId },
      ...{
        topicId: question.categoryId,
        categoryId: question.categoryId,
        batchId: 'none',
        reportId: report.kind === 'made' ? report.reportId : 'none',
      },
    },
  };
}
