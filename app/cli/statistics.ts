import { readFileSync } from 'node:fs';
import { itemStatistics, type QuizStatistics } from '#app/features/quiz/core/item-statistics.ts';
import { parseMarksTable } from '#app/features/quiz/core/marks-table.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { CliProblem, type Command, type Input } from './command.ts';
import { textTable } from './text-table.ts';
import { userPath } from './user-path.ts';

const itemFigures = ['facility', 'sd', 'effectiveWeight', 'discriminationIndex', 'discriminativeEfficiency'] as const;
const wholeFigures = [
  ...(['attempts', 'median', 'mean', 'sd', 'skewness'] as const),
  ...(['kurtosis', 'cic', 'errorRatio', 'standardError'] as const),
] satisfies (keyof QuizStatistics)[];

/** Facility is a fraction; weights, discrimination, consistency and error ratio are per cent; the rest is in marks. */
export const statistics: Command = {
  name: 'statistics',
  words: ['FILE.csv'],
  options: {},
  async run({ args: [typed = ''], words, lang }: Input) {
    const { items: names, max, marks } = readTable(typed, words);
    const { items, quiz } = itemStatistics(marks, max);
    const show = (value: number | null, decimals = 4) =>
      value === null ? words.statistics.notAvailable : formatNumber(lang, value, decimals);
    const header = [words.statistics.item, ...itemFigures.map((figure) => words.statistics[figure])];
    const rows = items.map((item, index) => [names[index]!, ...itemFigures.map((figure) => show(item[figure]))]);
    const whole = wholeFigures.map((figure) => [
      words.statistics.wholes[figure],
      show(quiz[figure], figure === 'attempts' ? 0 : 4),
    ]);
    return {
      json: {
        items: items.map((item, index) => ({
          item: names[index],
          ...Object.fromEntries(itemFigures.map((figure) => [figure, item[figure]])),
        })),
        whole: Object.fromEntries(wholeFigures.map((figure) => [figure, quiz[figure]])),
      },
      text: `${textTable(header, rows)}\n\n${textTable([words.statistics.whole, words.statistics.value], whole)}`,
      ok: true,
    };
  },
};

function readTable(typed: string, { statistics: words }: Input['words']) {
  let text: string;
  try {
    text = readFileSync(userPath(typed), 'utf8');
  } catch {
    throw new CliProblem('no-file', typed);
  }
  const result = parseMarksTable(text);
  if (result.kind === 'table') return result.table;
  const lines = result.problems.map(({ row, column, code, text }) => words.at(row, column, words.problems[code], text));
  throw new CliProblem('bad-table', typed, lines);
}
