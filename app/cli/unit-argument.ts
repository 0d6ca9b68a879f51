import type { UnitRow } from '#app/features/org/data/units.server.ts';
import { allUnits, unitsCalled } from '#app/features/org/queries/units-called.server.ts';
import { ancestorsOf } from '#app/kernel/unit-path.ts';
import { CliProblem } from './command.ts';

/** The one unit that a typed name or id means. Throws with the candidates when it means none or several. */
export async function unitArgument(typed: string): Promise<UnitRow> {
  const found = await unitsCalled(typed);
  if (found.length === 1) return found[0]!;
  const all = await allUnits();
  if (all.length === 0) throw new CliProblem('no-units-yet');
  if (found.length === 0) throw new CliProblem('no-unit', typed);
  throw new CliProblem('many-units', typed, candidates(found, all));
}

/** The one top unit; null where there is no unit at all. Throws with the candidates when there are several. */
export async function topUnit(): Promise<UnitRow | null> {
  const all = await allUnits();
  const tops = all.filter(({ parentId }) => parentId === null);
  if (tops.length > 1) throw new CliProblem('which-unit', '', candidates(tops, all));
  return tops[0] ?? null;
}

function candidates(units: readonly UnitRow[], all: readonly UnitRow[]): string[] {
  return units.map((unit) => {
    const above = ancestorsOf(unit.path).map((path) => all.find((each) => each.path === path)?.name ?? '');
    return `  ${unit.id}  ${[unit.name, ...above.reverse()].join(', ')}`;
  });
}
