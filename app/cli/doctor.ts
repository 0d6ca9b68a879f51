import { formatNumber } from '#app/platform/i18n/format.ts';
import type { Command, Words } from './command.ts';
import { examine } from './examination.ts';
import { textTable } from './text-table.ts';

/** Looks at this installation and changes nothing, not even what is missing. */
export const doctor: Command = {
  name: 'doctor',
  words: [],
  options: {},
  async run({ words: { doctor: words }, lang }) {
    const checks = await examine();
    const problems = checks.filter(({ state }) => state === 'problem').length;
    const rows = checks.map(({ name, state, says, subject, counts }) => [
      words.checks[name],
      words[state],
      counts
        ? contents(counts, words)
        : words.says[says](typeof subject === 'number' ? formatNumber(lang, subject) : subject),
    ]);
    const table = textTable(['', '', ''], rows, 3).split('\n').slice(2).join('\n');
    return {
      json: { ok: problems === 0, checks },
      text: `${table}\n\n${problems === 0 ? words.allWell : words.problems(problems)}`,
      ok: problems === 0,
    };
  },
};

const contents = (counts: Record<string, number>, words: Words['doctor']) =>
  words.contents(counts.courses ?? 0, counts.lessons ?? 0, counts.questions ?? 0, counts.quizzes ?? 0);
