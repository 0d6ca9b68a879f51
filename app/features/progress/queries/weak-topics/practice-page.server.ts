import { requireMay } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { unitLabels } from '#app/features/access/queries/unit-labels.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import type { UnitPath } from '#app/kernel/unit-path.ts';
import { addDays, type LocalDate } from '#app/kernel/vietnam-time.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { FEWEST, WEAK_LINE } from '../../core/weak-topics/topic-figures.ts';
import { listNamed } from '../../data/weak-topics/practice-made.server.ts';
import { listBelow, sumTopics } from '../../data/weak-topics/topic-sums.server.ts';
import {
  listPracticeQuizzes,
  listQuizIds,
  listTopicNames,
  type PracticeQuiz,
} from '../../data/weak-topics/topics.server.ts';
import { type UnitAt, unitAt } from '../picture/unit-at.server.ts';

/** Somebody to whom the practice will be given. */
export interface PersonToPractise {
  personId: string;
  fullName: string;
  rank: string | null;
  /** As the unit tells its sub-units apart: 'c1/d2'. */
  unitLabel: string;
  /** The own mean in the topic, 0..1. */
  mean: number;
}

export interface PracticePage extends Pick<UnitAt, 'unit' | 'above' | 'assignment' | 'today'> {
  path: UnitPath;
  courseId: string;
  topicId: string;
  topic: string;
  line: number;
  quizzes: PracticeQuiz[];
  /** Everybody below the line, the weakest first; names of the first ones alone. */
  people: { personId: string; mean: number }[];
  shown: PersonToPractise[];
  dueOn: LocalDate;
  /** For the form: one form, one assignment. */
  key: string;
}

const SHOWN = 200;
const DAYS_TO_PRACTISE = 7;

/**
 * Who of a unit is below the line in a topic now, and what can be given to them. Throws not-found for a topic nobody there
 * was asked about, or so few that its figures are kept back; forbidden for who may give nothing.
 */
export async function practicePage(
  actor: Actor,
  unitId: string,
  topicId: string,
  assignmentId: string | null,
): Promise<PracticePage> {
  const { unit, above, path, assignment, chosen, today } = await unitAt(actor, unitId, { assignmentId });
  requireMay(actor, 'practice.assign', path);
  if (!chosen) throw new AppError('not-found');
  const { sql } = database();
  const quizIds = await listQuizIds(sql, chosen.courseId, chosen.rule.quizIds);
  const question = { parts: [{ id: unitId, path, isOwn: false }], quizIds, asOf: null };
  const asked = (await sumTopics(sql, question, WEAK_LINE)).find((each) => each.topicId === topicId);
  const [topic] = await listTopicNames(sql, [topicId]);
  if (!topic || !asked || asked.n < FEWEST) throw new AppError('not-found');
  const below = await listBelow(sql, question, { topicId, line: WEAK_LINE });
  const named = await listNamed(
    sql,
    below.slice(0, SHOWN).map(({ personId }) => personId),
  );
  const nameOf = new Map(named.map((person) => [person.personId, person]));
  const labelOf = await unitLabels(
    path,
    named.map(({ unitPath }) => unitPath),
  );
  return {
    ...{ unit, above, path, assignment, today, topicId, topic: topic.name, line: WEAK_LINE },
    courseId: chosen.courseId,
    quizzes: await listPracticeQuizzes(sql, chosen.courseId, topicId),
    people: below.map(({ personId, mean }) => ({ personId, mean })),
    shown: below.slice(0, SHOWN).flatMap(({ personId, mean }) => {
      const person = nameOf.get(personId);
      if (!person) return [];
      const { unitPath, ...shown } = person;
      return [{ ...shown, unitLabel: labelOf(unitPath), mean }];
    }),
    dueOn: addDays(today, DAYS_TO_PRACTISE),
    key: newId(),
  };
}
