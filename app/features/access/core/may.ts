import { AppError } from '#app/kernel/app-error.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Actor, Grant, Role } from './role.ts';

/** Which roles allow an act. Nobody without the author role ever sees a key: not a leader, not an administrator. */
const allowedTo = {
  'unit.view': ['leader', 'administrator'],
  'unit.export': ['leader', 'administrator'],
  'progress.exempt': ['leader', 'administrator'],
  'course.author': ['author'],
  'question.author': ['author'],
  'quiz.author': ['author'],
  'assignment.manage': ['author', 'administrator'],
  'exam.run': ['examiner'],
  'exam.mark': ['examiner'],
  'override.manage': ['examiner', 'author'],
  'group.manage': ['administrator', 'examiner', 'author'],
  'key.approve': ['author'],
  'statistics.view': ['author'],
  'person.manage': ['administrator'],
  'unit.manage': ['administrator'],
  'roster.import': ['administrator'],
  'presence.enter': ['clerk', 'leader', 'administrator'],
  'role.grant': ['administrator'],
  'role.delegate': ['leader', 'administrator'],
  'practice.assign': ['leader', 'administrator'],
  'report.make': ['leader', 'administrator'],
  'figures.sign': ['leader'],
  'late.answer': ['leader'],
  'reminder.manage': ['leader', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof allowedTo;

/** Bound to the person who holds the role: whoever stands in passes it on to nobody and signs no figures. */
const notByStandIn: ReadonlySet<Act> = new Set(['role.delegate', 'figures.sign'] satisfies Act[]);

const allows = ({ role, isStandIn }: Pick<Grant, 'role' | 'isStandIn'>, act: Act): boolean =>
  (allowedTo[act] as readonly Role[]).includes(role) && !(isStandIn && notByStandIn.has(act));

/** Everything that a granted role allows, in the order of the table: what a page of roles tells in words. */
export function actsOf(grant: Pick<Grant, 'role' | 'isStandIn'>): Act[] {
  return (Object.keys(allowedTo) as Act[]).filter((act) => allows(grant, act));
}

/** Whether the actor may do this to what belongs to the unit at `unitPath`. Pure: interface and commands ask alike. */
export function may(actor: Pick<Actor, 'grants'>, act: Act, unitPath: UnitPath): boolean {
  return actor.grants.some((grant) => allows(grant, act) && isWithin(unitPath, grant.unitPath));
}

/** Whether the actor may do this anywhere at all: shows or hides an area of the product. */
export function mayAnywhere(actor: Pick<Actor, 'grants'>, act: Act): boolean {
  return scopeOf(actor, act).length > 0;
}

/**
 * The unit paths whose subtrees the actor reaches for this act: the `scope` that every finder takes. Empty = nothing.
 * Paths within another path of the list are left out.
 */
export function scopeOf(actor: Pick<Actor, 'grants'>, act: Act): UnitPath[] {
  const paths = actor.grants.filter((grant) => allows(grant, act)).map((grant) => grant.unitPath);
  return [...new Set(paths)].filter((path) => !paths.some((other) => other !== path && isWithin(path, other)));
}

/** Throws `forbidden` unless the actor may: the first line of a command on something already found in scope. */
export function requireMay(actor: Pick<Actor, 'grants'>, act: Act, unitPath: UnitPath): void {
  if (!may(actor, act, unitPath)) throw new AppError('forbidden', { reason: act });
}

/** Throws `forbidden` unless the actor may do this somewhere; answers the scope. */
export function requireScope(actor: Pick<Actor, 'grants'>, act: Act): UnitPath[] {
  const scope = scopeOf(actor, act);
  if (scope.length === 0) throw new AppError('forbidden', { reason: act });
  return scope;
}
