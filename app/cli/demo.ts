import { allUnits } from '#app/features/org/queries/units-called.server.ts';
import { CliProblem, type Command, type Input } from './command.ts';
import { withInstallation } from './installation.ts';

const fewest = 60;
const most = 30_000;

/** Fills an empty database with a believable corps and three months of its history. */
export const demo: Command = {
  name: 'demo',
  words: [],
  options: { people: { value: 'N', isRequired: true } },
  async run(input) {
    const typed = input.options.people ?? '';
    const people = Number(typed);
    if (!Number.isInteger(people) || people < fewest || people > most) throw new CliProblem('bad-people', typed);
    const { fillDemo } = await import('#prisma/seed/fill-demo.ts');
    const filled = await withInstallation(async () => {
      if ((await allUnits()).length > 0) throw new CliProblem('not-empty');
      return fillDemo({ people, onProgress: tellProgress(input) });
    });
    return { json: filled, text: input.words.demo.done, ok: true };
  },
};

/** A line for every tenth of a phase. */
function tellProgress({ words: { demo: words }, say }: Input) {
  let last = '';
  return (phase: keyof typeof words.phases, done: number, total: number) => {
    const percent = total > 0 ? Math.floor((10 * done) / total) * 10 : 100;
    const line = words.progress(words.phases[phase], percent);
    if (line !== last) say(line);
    last = line;
  };
}
