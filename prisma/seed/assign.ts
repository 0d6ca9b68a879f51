import type { Actor } from '#app/features/access/core/role.ts';
import { assignCourse, type NewAssignment } from '#app/features/courses/commands/assign-course.server.ts';
import { dateOf, startOfDay } from '#app/kernel/vietnam-time.ts';
import { day } from './calendar.ts';
import type { CourseBank } from './course-bank.ts';
import type { DemoUnit } from './store-corps.ts';

/** An assignment of the demonstration. */
export interface DemoAssignment {
  readonly id: string;
  readonly name: 'course' | 'trial';
  readonly openAt: Date;
}

/**
 * The two assignments: the whole course with its exam to the corps, due three weeks from now; before that a trial exam
 * to the first division alone, due ten days ago, so that somebody is late.
 */
export async function assignDemo(
  author: Actor,
  where: { bank: CourseBank; units: readonly DemoUnit[]; until: Date; liveAt: (instant: Date) => void },
): Promise<DemoAssignment[]> {
  const { bank, units, until, liveAt } = where;
  const quizId = (code: string) => bank.quizzes.get(code)!.id;
  const on = (days: number) => dateOf(new Date(until.getTime() + days * day));
  const give = async (name: DemoAssignment['name'], input: Omit<NewAssignment, 'courseId' | 'closeOn'>) => {
    const openAt = startOfDay(input.openOn);
    liveAt(openAt);
    const result = await assignCourse(author, { ...input, courseId: bank.courseId, closeOn: null });
    if (result.kind !== 'assigned') throw new Error(`The ${name} could not be assigned: ${result.problems[0]?.code}`);
    return { id: result.assignmentId, name, openAt };
  };
  const division = units.find(({ kind }) => kind === 'division')!;
  return [
    await give('course', {
      title: 'Học tập Nghị quyết 35: toàn quân đoàn',
      unitIds: [units[0]!.id],
      openOn: on(-90),
      dueOn: on(21),
      rule: { lessons: 'all', quizIds: [quizId('nq35-kiem-tra')] },
    }),
    await give('trial', {
      title: `Thi thử trước kiểm tra: ${division.name}`,
      unitIds: [division.id],
      openOn: on(-45),
      dueOn: on(-10),
      rule: { lessons: 'none', quizIds: [quizId('nq35-thi-thu')] },
    }),
  ];
}
