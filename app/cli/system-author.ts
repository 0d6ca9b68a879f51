import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { allUnits } from '#app/features/org/queries/units-called.server.ts';
import { CliProblem } from './command.ts';

/** The product itself as an author of every unit's bank, for commands that authors give on a page. Throws without any unit. */
export async function systemAuthor(): Promise<Actor> {
  const tops = (await allUnits()).filter(({ parentId }) => parentId === null);
  const [first] = tops;
  if (!first) throw new CliProblem('no-units-yet');
  return {
    // Nobody: as the audit log and the versions of questions name the product.
    personId: theSystem.personId as unknown as string,
    ...{ fullName: '', rank: null, unitId: first.id, unitPath: first.path, mustChangePassword: false },
    grants: tops.map(({ path }) => ({ role: 'author', unitPath: path })),
  };
}
