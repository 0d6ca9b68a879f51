import { theSystem } from '#app/features/audit/core/actor.ts';
import { rebuildStrength } from '#app/features/org/commands/rebuild-strength.server.ts';
import { rebuildCounters } from '#app/features/progress/commands/rebuild-counters.server.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';

export const countersRebuild: Command = {
  name: 'counters rebuild',
  words: [],
  options: {},
  async run({ words }) {
    const { assignments } = await withInstallation(async () => {
      await rebuildStrength(theSystem);
      return rebuildCounters(theSystem);
    });
    return { json: { assignments }, text: words.counters.rebuilt(assignments), ok: true };
  },
};
