import { theSystem } from '#app/features/audit/core/actor.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import { unitKinds } from '#app/features/org/core/person.ts';
import { type Command, oneOf } from './command.ts';
import { withInstallation } from './installation.ts';
import { unitArgument } from './unit-argument.ts';

/** A unit under --parent, or a top unit without it. Installations that start empty begin here. */
export const unitCreate: Command = {
  name: 'unit create',
  words: [],
  options: {
    name: { value: 'NAME', isRequired: true },
    kind: { value: unitKinds.join('|'), isRequired: true },
    parent: { value: 'UNIT' },
    short: { value: 'SHORT-NAME' },
  },
  async run({ options: { name = '', kind = '', parent, short }, words }) {
    const unitKind = oneOf('--kind', kind, unitKinds);
    const unit = await withInstallation(async () => {
      const parentId = parent ? (await unitArgument(parent)).id : null;
      return createUnit(theSystem, { parentId, kind: unitKind, name: name.trim(), shortName: (short ?? name).trim() });
    });
    const { id, parentId } = unit;
    return {
      json: { unit: { id, parentId, kind: unitKind, name: unit.name, shortName: unit.shortName } },
      text: words.unit.created(unit.name, id),
      ok: true,
    };
  },
};
