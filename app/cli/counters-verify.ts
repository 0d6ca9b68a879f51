import { verifyCounters } from '#app/features/progress/queries/verify-counters.server.ts';
import type { Command } from './command.ts';
import { withInstallation } from './installation.ts';
import { textTable } from './text-table.ts';

export const countersVerify: Command = {
  name: 'counters verify',
  words: [],
  options: {},
  async run({ words: { counters: words } }) {
    const { assignments, counters, differences } = await withInstallation(() => verifyCounters());
    const ok = differences.length === 0;
    const rows = differences.map(({ kind, assignmentId, unitId, subject, stored, recomputed }) =>
      [words.kinds[kind], assignmentId ?? '', unitId ?? '', subject, stored, recomputed].map(String),
    );
    const header = [words.kind, words.assignment, words.unit, words.subject, words.stored, words.recomputed];
    return {
      json: { ok, assignments, counters, differences },
      text: ok
        ? words.agree(assignments, counters)
        : `${words.differ(differences.length)}\n${textTable(header, rows, 4)}`,
      ok,
    };
  },
};
