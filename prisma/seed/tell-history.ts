import { seededRandom } from '#app/kernel/seeded-random.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import type { DemoAssignment } from './assign.ts';
import { minute } from './calendar.ts';
import type { Part, PartName } from './cast.ts';
import type { CourseBank } from './course-bank.ts';
import { type Learner, learnerOf, unitPaces } from './learner.ts';
import type { DemoPerson, DemoUnit } from './store-corps.ts';
import { type History, orderedTrial, type StudyPlan, study } from './study.ts';
import { takeAttempt } from './take-attempt.ts';

/** Everything that the three months depend on. */
export interface Story {
  readonly seed: string;
  readonly bank: CourseBank;
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly cast: Record<PartName, Part>;
  readonly exempted: readonly DemoPerson[];
  readonly assignments: readonly DemoAssignment[];
  readonly until: Date;
}

/** Tells of each person what has been done up to now; null for the exempt, who have done nothing. */
export function historian(story: Story, idAt: (at: Date) => string): (person: DemoPerson) => History | null {
  const { seed, bank, units, cast, until } = story;
  const paces = unitPaces(seed, units);
  const isExempt = new Set(story.exempted.map(({ id }) => id));
  const openAt = story.assignments.find(({ name }) => name === 'course')!.openAt;
  const division = units.find(({ kind }) => kind === 'division')!;
  const exam = bank.quizzes.get('nq35-kiem-tra')!;
  const trial = bank.quizzes.get('nq35-thi-thu')!;
  return (person) => {
    if (isExempt.has(person.id)) return null;
    const isOrdered = isWithin(person.unit.path, division.path);
    const trialAt = isOrdered ? orderedTrial(seededRandom(`${seed}/trial/${person.unit.key}`), until) : null;
    const plan: StudyPlan = { bank, exam, trial, openAt, until, trialAt };
    return historyOf({ seed, idAt, cast }, learnerOf(seed, person, paces), plan);
  };
}

type Teller = Pick<Story, 'seed' | 'cast'> & { idAt: (at: Date) => string };

/** The learners of the stories stand at a certain place: in the middle, at the beginning, in the exam. */
function historyOf({ seed, idAt, cast }: Teller, learner: Learner, plan: StudyPlan): History {
  const { person } = learner;
  if (person === cast.newcomer.person) return study(seed, idAt, { ...learner, startDays: null }, plan);
  if (person === cast.learner.person) {
    return study(seed, idAt, { ...learner, startDays: 4, pace: 1.2, ability: 0.8 }, { ...plan, stopAfter: 10 });
  }
  if (person !== cast.examinee.person) return study(seed, idAt, learner, plan);
  const { lessons } = plan.bank;
  const ready: Learner = { ...learner, startDays: 3, pace: 1.8, ability: 0.6 };
  const history = study(seed, idAt, ready, { ...plan, stopAfter: lessons.length });
  const who = { personId: person.id, ability: 1.2, seen: seenIn(history), attempts: [...history.attempts] };
  const startedAt = new Date(plan.until.getTime() - 3 * minute);
  takeAttempt(seededRandom(`${seed}/examinee`), plan.bank, who, plan.exam, {
    id: idAt(startedAt),
    startedAt,
    until: plan.until,
  });
  return { ...history, attempts: who.attempts };
}

function seenIn({ attempts }: History): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { paper } of attempts) {
    for (const { questionId } of paper) seen.set(questionId, (seen.get(questionId) ?? 0) + 1);
  }
  return seen;
}
