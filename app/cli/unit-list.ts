import { allUnits } from '#app/features/org/queries/units-called.server.ts';
import { depthOf } from '#app/kernel/unit-path.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { textTable } from './text-table.ts';

export const unitList: Command = {
  name: 'unit list',
  words: [],
  options: {},
  async run({ words, lang }) {
    const found = await withInstallation(() => allUnits());
    // Depth first: the children of a unit follow it, in the order that the list had among siblings.
    const below = (parentId: string | null): typeof found =>
      found.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...below(unit.id)]);
    const units = below(null);
    const rows = units.map(({ id, name, kind, path, strength }) => [
      id,
      kind,
      '  '.repeat(depthOf(path) - 1) + name,
      formatNumber(lang, strength),
    ]);
    return {
      json: {
        units: units.map(({ id, parentId, kind, name, shortName, strength }) => ({
          id,
          parentId,
          kind,
          name,
          shortName,
          strength,
        })),
      },
      text: textTable([words.unit.id, words.unit.kind, words.unit.name, words.unit.strength], rows, 3),
      ok: true,
    };
  },
};
