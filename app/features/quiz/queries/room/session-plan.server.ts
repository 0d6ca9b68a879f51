import { requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { depthOf, isWithin } from '#app/kernel/unit-path.ts';
import { foldForSearch } from '#app/kernel/vietnamese-text.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { mayChange, mayRelease, type Preparation, type SessionState, sessionStateAt } from '../../core/room/session.ts';
import { isPublished, listQuizChoices, listUnitChoices, type UnitChoice } from '../../data/room/choices.server.ts';
import { countPeopleByUnit, listGroupChoices, listPeopleByName } from '../../data/room/people-to-seat.server.ts';
import { countPapers, papersDatedFrom } from '../../data/room/prepared-papers.server.ts';
import { listSeats, type SeatRow } from '../../data/room/seats.server.ts';
import { findSession } from '../../data/room/sessions.server.ts';

export interface SessionChoices {
  quizzes: { id: string; title: string; course: string | null }[];
  /** The units on which the examiner has the role, and those below. */
  units: { id: string; name: string }[];
}

/** What an examiner chooses from who plans a session. */
export async function newSessionPage(actor: Actor): Promise<SessionChoices & { tomorrow: Date }> {
  const scope = requireScope(actor, 'exam.run');
  const { sql } = database();
  const units = await listUnitChoices(sql, scope);
  return {
    quizzes: await listQuizChoices(sql, scope),
    units: units.map(({ id, name }) => ({ id, name })),
    tomorrow: new Date(now().getTime() + 24 * 3600 * 1000),
  };
}

export type SeatLine = Pick<SeatRow, 'personId' | 'number' | 'fullName' | 'rank' | 'unitName' | 'hasAccount'> & {
  hasArrived: boolean;
  paper: 'none' | 'prepared' | 'begun';
};

export interface SessionPlanPage {
  session: {
    id: string;
    quizId: string;
    title: string;
    room: string;
    lobbyAt: Date;
    plannedAt: Date;
    releasedAt: Date | null;
    closedAt: Date | null;
    lateMinutes: number | null;
    preparation: Preparation;
    revision: number;
    state: SessionState;
    unitName: string;
    quizTitle: string;
  };
  may: { quiz: boolean; times: boolean; seats: boolean };
  papers: { seats: number; ready: number; outOfDate: number; arrived: number; withAccount: number };
  /** What pressing "release" would do now. */
  release: 'release' | 'unchanged' | 'too-early' | 'closed' | 'no-seats' | 'not-published' | 'papers-out-of-date';
  seats: SeatLine[];
  choices: {
    quizzes: SessionChoices['quizzes'];
    /** With how many people serve in the subtree, and how deep below the session's unit each lies. */
    units: { id: string; name: string; people: number; depth: number }[];
    groups: { id: string; name: string; people: number }[];
  };
  /** People whose name was searched for; null without a search. */
  found: { personId: string; fullName: string; rank: string | null; unitName: string; isSeated: boolean }[] | null;
}

/** The plan of a session: what, when, where, who, and whether everything is ready. Not found outside the reach. */
export async function sessionPlan(actor: Actor, sessionId: string, search = ''): Promise<SessionPlanPage> {
  const scope = requireScope(actor, 'exam.run');
  const { sql } = database();
  const session = await findSession(sql, scope, sessionId);
  if (!session) throw new AppError('not-found');
  const at = now();
  const seats = await listSeats(sql, sessionId);
  const papers = await countPapers(sql, sessionId, (await papersDatedFrom(sql, session.quizId)) ?? at);
  const decision = mayRelease(session, { ...papers, isPublished: await isPublished(sql, session.quizId) }, at);
  const units = await listUnitChoices(sql, [session.unitPath]);
  const quizzes = await listQuizChoices(sql, scope);
  const { unitPath: _, examinerId: __, unitId, pausedAt: ___, extraSeconds: ____, ...shown } = session;
  const seated = new Set(seats.map(({ personId }) => personId));
  const key = foldForSearch(search);
  return {
    session: {
      ...shown,
      state: sessionStateAt(session, at),
      unitName: units.find(({ id }) => id === unitId)?.name ?? '',
      quizTitle: quizzes.find(({ id }) => id === session.quizId)?.title ?? '',
    },
    may: mayChange(session, at),
    papers,
    release: decision.kind === 'refused' ? decision.reason : decision.kind,
    seats: seats.map(lineOf),
    choices: {
      quizzes,
      units: withPeople(units, session.unitPath, await countPeopleByUnit(sql, session.unitPath)),
      groups: await listGroupChoices(sql, session.unitPath),
    },
    found: key
      ? (await listPeopleByName(sql, session.unitPath, key)).map((person) => ({
          ...person,
          isSeated: seated.has(person.personId),
        }))
      : null,
  };
}

function lineOf({ personId, number, fullName, rank, unitName, hasAccount, arrivedAt, attempt }: SeatRow): SeatLine {
  const paper = attempt === null ? 'none' : attempt.state === 'prepared' ? 'prepared' : 'begun';
  return { personId, number, fullName, rank, unitName, hasAccount, hasArrived: arrivedAt !== null, paper };
}

/** Units in the order of the tree, with the people of the whole subtree. */
function withPeople(units: readonly UnitChoice[], top: string, own: ReadonlyMap<string, number>) {
  const tree: UnitChoice[] = [];
  const add = (parent: string) => {
    for (const unit of units) {
      if (unit.path === parent || depthOf(unit.path) !== depthOf(parent) + 1 || !isWithin(unit.path, parent)) continue;
      tree.push(unit);
      add(unit.path);
    }
  };
  const root = units.find(({ path }) => path === top);
  if (root) tree.push(root);
  add(top);
  return tree.map(({ id, name, path }) => ({
    ...{ id, name, depth: depthOf(path) - depthOf(top) },
    people: units.filter((unit) => isWithin(unit.path, path)).reduce((sum, unit) => sum + (own.get(unit.id) ?? 0), 0),
  }));
}
