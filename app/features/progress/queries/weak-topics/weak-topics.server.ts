import type { Actor } from '#app/features/access/core/role.ts';
import { shownStems } from '#app/features/quiz/queries/shown-stems.server.ts';
import { shareFraction } from '#app/kernel/percent.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { type Interval, wilsonInterval } from '../../core/weak-topics/interval.ts';
import {
  addSums,
  FEWEST,
  noSums,
  type TopicFigures,
  topicFigures,
  WEAK_LINE,
  weakestFirst,
  withoutGaps,
} from '../../core/weak-topics/topic-figures.ts';
import { readUnitAndChildren } from '../../data/units-as-of.server.ts';
import { listMostMissed, sumTopics } from '../../data/weak-topics/topic-sums.server.ts';
import { listQuizIds, listTopicNames } from '../../data/weak-topics/topics.server.ts';
import { type UnitAt, unitAt } from '../picture/unit-at.server.ts';

/** A topic in the whole unit, and in each part in the order of `parts`. */
export interface WeakTopic {
  topicId: string;
  name: string;
  figures: TopicFigures;
  cells: TopicFigures[];
}

/** A question that many did not answer wholly right. */
export interface MissedQuestion {
  questionId: string;
  /** Null: kept back while an exam may still ask it. */
  stem: string | null;
  topic: string;
  people: number;
  wrong: number;
  share: number;
  interval: Interval;
}

export interface WeakTopics extends Omit<UnitAt, 'chosen' | 'path'> {
  line: number;
  parts: { unitId: string; name: string; isOwn: boolean }[];
  /** The weakest first. */
  topics: WeakTopic[];
  missed: MissedQuestion[];
}

const MOST_MISSED = 10;

/**
 * What a unit did not understand: topics by sub-unit from the answers of the latest graded attempts, small numbers kept
 * back, and the questions that most people missed without a word on their keys. Some ten statements that sum within the
 * database. Throws like `unitAt`.
 */
export async function weakTopics(
  actor: Actor,
  unitId: string,
  asked: { assignmentId?: string | null; asOf?: Date | null } = {},
): Promise<WeakTopics> {
  const { chosen, path, ...page } = await unitAt(actor, unitId, asked);
  const { sql } = database();
  const { children } = await readUnitAndChildren(sql, unitId, page.then);
  const parts = [
    ...children.map(({ id, name, path: below }) => ({ id, name, path: below, isOwn: false })),
    { id: unitId, name: page.unit.name, path, isOwn: true },
  ];
  const quizIds = chosen ? await listQuizIds(sql, chosen.courseId, chosen.rule.quizIds) : [];
  const question = { parts, quizIds, asOf: page.then };
  const sums = await sumTopics(sql, question, WEAK_LINE);
  const missed = await listMostMissed(sql, question, { fewest: FEWEST, limit: MOST_MISSED });
  const names = await listTopicNames(
    sql,
    [...sums, ...missed].map(({ topicId }) => topicId),
  );
  const stems = await shownStems(
    sql,
    missed.map(({ questionId }) => questionId),
    now(),
  );
  const answered = new Set(sums.map(({ part }) => part));
  const shown = parts.filter(({ id, isOwn }) => answered.has(isOwn ? `own ${id}` : id));
  const topics = names
    .filter(({ id }) => sums.some(({ topicId }) => topicId === id))
    .map(({ id: topicId, name }): WeakTopic => {
      const own = shown.map(({ id, isOwn }) => {
        const found = sums.find((each) => each.topicId === topicId && each.part === (isOwn ? `own ${id}` : id));
        return found ?? noSums;
      });
      const whole = sums.filter((each) => each.topicId === topicId).reduce(addSums, noSums);
      return {
        ...{ topicId, name, figures: topicFigures(whole) },
        cells: withoutGaps(own),
      };
    });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return {
    ...page,
    line: WEAK_LINE,
    parts: shown.map(({ id, name, isOwn }) => ({ unitId: id, name, isOwn })),
    topics: weakestFirst(topics, ({ figures }) => figures),
    missed: missed.map(({ questionId, topicId, people, wrong }) => ({
      ...{ questionId, people, wrong, topic: nameOf.get(topicId) ?? '', stem: stems.get(questionId) ?? null },
      share: shareFraction({ part: wrong, whole: people }) ?? 0,
      interval: wilsonInterval(wrong, people)!,
    })),
  };
}
