import { AppError } from '#app/kernel/app-error.ts';
import { isWithin, type UnitPath } from '#app/kernel/unit-path.ts';
import type { Actor, Role } from './role.ts';

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
  'report.make': ['leader', 'administrator'],
  'figures.sign': ['leader'],
} as const satisfies Record<string, readonly Role[]>;

export type Act = keyof typeof allowedTo;

/** Whether the actor may do this to what belongs to the unit at `unitPath`. Pure: interface and commands ask alike. */
export function may(actor: Pick<Actor, 'grants'>, act: Act, unitPath: UnitPath): boolean {
  const granted: readonly Role[] = allowedTo[act];
  return actor.grants.some((grant) => granted.includes(grant.role) && isWithin(unitPath, grant.unitPath));
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
  const granted: readonly Role[] = allowedTo[act];
  const paths = actor.grants.filter((grant) => granted.includes(grant.role)).map((grant) => grant.unitPath);
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
