import { parseArgs } from 'node:util';
import { isLang, type Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command, type Outcome, UsageProblem } from './command.ts';
import { contentImport } from './content-import.ts';
import { countersRebuild } from './counters-rebuild.ts';
import { countersVerify } from './counters-verify.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { commandHelp, helpCommand } from './help.ts';
import { en } from './messages/en.ts';
import { vi } from './messages/vi.ts';
import { problemOf } from './problem.ts';
import { statistics } from './statistics.ts';
import { unitCreate } from './unit-create.ts';
import { unitList } from './unit-list.ts';
import { userCreate } from './user-create.ts';
import { userGrant } from './user-grant.ts';
import { userResetPassword } from './user-reset-password.ts';

const known = [
  ...[doctor, contentImport, countersVerify, countersRebuild, unitList, unitCreate],
  ...[userCreate, userResetPassword, userGrant, statistics, demo],
];
const commands = [helpCommand(known), ...known];

process.env.LOG_LEVEL ??= 'warn';
process.exitCode = await main(process.argv.slice(2));

/** Runs one command line; answers the exit code: 0 success, 1 a problem, 2 called wrongly. */
async function main(argv: string[]): Promise<number> {
  const { isJson, asksHelp, lang: wantedLang, rest } = takeEverywhere(argv);
  const lang: Lang = isLang(wantedLang) ? wantedLang : 'vi';
  const words = messagesFor(lang, vi, en);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  const answer = (json: unknown, text: string) =>
    void process.stdout.write(isJson ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`);
  let command: Command | undefined;
  try {
    if (wantedLang !== undefined && !isLang(wantedLang)) throw new UsageProblem('badLanguage', wantedLang);
    const found = commandOf(rest);
    command = found.command;
    const help = commands[0]!;
    const chosen = asksHelp ? help : command;
    const about = command === help ? [] : command.name.split(' ');
    const input = asksHelp ? { args: about, options: {} } : inputOf(command, found.rest);
    const { json, text, ok }: Outcome = await chosen.run({ ...input, words, lang, say });
    answer(json, text);
    return ok ? 0 : 1;
  } catch (error) {
    if (error instanceof UsageProblem) {
      say(words.usageProblems[error.code](error.subject));
      if (command) say(commandHelp(command, words));
      return 2;
    }
    const problem = error instanceof CliProblem ? error : problemOf(error);
    say([words.problems[problem.code](problem.subject), ...problem.lines].join('\n'));
    if (isJson) answer({ error: problem.code, subject: problem.subject, details: problem.lines }, '');
    return 1;
  }
}

/** The options that every command knows, wherever they stand; the rest is the command's own. */
function takeEverywhere(argv: string[]) {
  const rest: string[] = [];
  let isJson = false;
  let asksHelp = false;
  let lang: string | undefined;
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at]!;
    if (word === '--json') isJson = true;
    else if (word === '--help' || word === '-h') asksHelp = true;
    else if (word === '--lang') lang = argv[++at] ?? '';
    else if (word.startsWith('--lang=')) lang = word.slice('--lang='.length);
    else rest.push(word);
  }
  return { isJson, asksHelp, lang, rest };
}

/** The command that the first one or two words name. Nothing at all asks for help. */
function commandOf(argv: string[]): { command: Command; rest: string[] } {
  if (argv.length === 0) return { command: commands[0]!, rest: [] };
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = commands.find((each) => each.name === name);
    if (command) return { command, rest: argv.slice(length) };
  }
  throw new UsageProblem(
    'unknownCommand',
    argv
      .filter((word) => !word.startsWith('-'))
      .slice(0, 2)
      .join(' '),
  );
}

function inputOf(command: Command, argv: string[]) {
  const options = Object.fromEntries(Object.keys(command.options).map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parsed(() =>
    parseArgs({ args: argv, options, allowPositionals: true, strict: true }),
  );
  if (command.name !== 'help') {
    const missing = command.words[positionals.length];
    if (missing) throw new UsageProblem('missingWord', missing);
    const extra = positionals[command.words.length];
    if (extra !== undefined) throw new UsageProblem('extraWord', extra);
  }
  for (const [name, { isRequired }] of Object.entries(command.options)) {
    if (isRequired && !values[name]) throw new UsageProblem('missingOption', name);
  }
  return { args: positionals, options: values as Record<string, string | undefined> };
}

/** Node's own complaints about a command line, as ours. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const name = /'([^' ]+)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageProblem('unknownOption', name);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new UsageProblem('needsValue', name);
    throw error;
  }
}
