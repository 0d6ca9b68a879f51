import { may, requireScope } from '#app/features/access/core/may.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import {
  type FoundPerson,
  groupChoices,
  peopleFound,
  type UnitChoice,
  unitChoices,
} from '#app/features/org/queries/groups.server.ts';
import { personPlace } from '#app/features/org/queries/person-place.server.ts';
import { AppError } from '#app/kernel/app-error.ts';
import { idsOf, isWithin } from '#app/kernel/unit-path.ts';
import { now } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { explainOverrides, type LimitValue, type OverrideReason } from '../../core/rules/explain-override.ts';
import type { QuizSettings } from '../../core/settings.ts';
import { dayCode } from '../../data/rules/entry.server.ts';
import {
  listNamedOverrides,
  type NamedOverride,
  type OverrideTarget,
} from '../../data/rules/override-targets.server.ts';
import { listOverridesOfPerson } from '../../data/rules/overrides.server.ts';
import { findQuizInReach } from '../../data/rules/quiz-in-reach.server.ts';

export type { LimitValue, OverrideReason };

/** What an override sets: null says nothing, 0 lifts the limit. */
export interface ShownOverride
  extends Pick<
    NamedOverride,
    | 'id'
    | 'openAt'
    | 'closeAt'
    | 'timeLimitSeconds'
    | 'attemptsAllowed'
    | 'name'
    | 'rank'
    | 'unitName'
    | 'reason'
    | 'byName'
    | 'createdAt'
  > {
  target: OverrideTarget;
  mayEnd: boolean;
}

/** What holds for one person at the quiz, field by field, and where each value comes from. */
export interface OverridePreview {
  person: { id: string; fullName: string; rank: string | null; unitName: string };
  reasons: OverrideReason[];
  /** What the sources are called, by override id. */
  names: Record<string, { target: OverrideTarget; name: string }>;
}

export interface OverridesPage {
  /** `isAuthored`: the actor may open the quiz itself too. */
  quiz: { id: string; title: string; isAuthored: boolean };
  settings: Pick<QuizSettings, 'openAt' | 'closeAt' | 'timeLimitSeconds' | 'attemptsAllowed'>;
  /** For who reads it out; null where the quiz asks for none. */
  dayCode: string | null;
  overrides: ShownOverride[];
  units: UnitChoice[];
  groups: { id: string; name: string }[];
  found: FoundPerson[];
  preview: OverridePreview | null;
}

/**
 * The exceptions at a quiz that the actor may see, whom new ones may be for, and what holds for one chosen person. Throws
 * not-found for a quiz out of reach, and for a person out of reach.
 */
export async function overridesPage(
  actor: Actor,
  quizId: string,
  { search, personId }: { search: string; personId: string },
): Promise<OverridesPage> {
  const scope = requireScope(actor, 'override.manage');
  const { sql } = database();
  const quiz = await findQuizInReach(sql, scope, quizId);
  if (!quiz) throw new AppError('not-found');
  const all = await listNamedOverrides(sql, quizId);
  const isMine = ({ path }: NamedOverride) => scope.some((top) => isWithin(path, top));
  const { openAt, closeAt, timeLimitSeconds, attemptsAllowed, access } = quiz.settings;
  return {
    quiz: { id: quizId, title: quiz.title, isAuthored: may(actor, 'quiz.author', quiz.unitPath) },
    settings: { openAt, closeAt, timeLimitSeconds, attemptsAllowed },
    dayCode: access.kind === 'day-code' ? dayCode(quizId, now()) : null,
    overrides: all.filter((one) => quiz.isOwn || isMine(one)).map((one) => shown(one, isMine(one))),
    units: await unitChoices(actor, 'override.manage'),
    groups: (await groupChoices(actor, 'override.manage')).map(({ id, name }) => ({ id, name })),
    found: await peopleFound(actor, 'override.manage', search),
    preview: personId === '' ? null : await previewOf(actor, quiz, all, personId),
  };
}

async function previewOf(
  actor: Actor,
  quiz: { id: string; settings: QuizSettings },
  all: readonly NamedOverride[],
  personId: string,
): Promise<OverridePreview> {
  const { id, fullName, rank, unit } = await personPlace(actor, personId, 'override.manage');
  const reaching = await listOverridesOfPerson(database().sql, [quiz.id], { personId, unitIds: idsOf(unit.path) });
  const ids = new Set(reaching.map((one) => one.id));
  const named = all.filter((one) => ids.has(one.id));
  return {
    person: { id, fullName, rank, unitName: unit.name },
    reasons: explainOverrides(quiz.settings, reaching),
    names: Object.fromEntries(named.map((one) => [one.id, { target: targetOf(one), name: one.name }])),
  };
}

const targetOf = ({ personId, unitId }: NamedOverride): OverrideTarget =>
  personId ? 'person' : unitId ? 'unit' : 'group';

function shown(override: NamedOverride, mayEnd: boolean): ShownOverride {
  const { id, openAt, closeAt, timeLimitSeconds, attemptsAllowed, name, rank, unitName, reason, byName, createdAt } =
    override;
  return {
    ...{ id, openAt, closeAt, timeLimitSeconds, attemptsAllowed, name, rank, unitName, reason, byName, createdAt },
    target: targetOf(override),
    mayEnd,
  };
}
