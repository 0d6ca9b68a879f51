import { parseArgs } from 'node:util';
import { isLang, type Lang } from '#app/platform/i18n/language.ts';
import { messagesFor } from '#app/platform/i18n/use-messages.ts';
import { CliProblem, type Command, type Outcome, UsageProblem } from './command.ts';
import { commandHelp, helpOn } from './help.ts';
import { en } from './messages/en.ts';
import { vi } from './messages/vi.ts';
import { problemOf } from './problem.ts';

/** Each command brings only its own part of the product into memory. Help lists them in this order. */
const commands: Record<Exclude<Command['name'], 'help'>, () => Promise<Command>> = {
  doctor: async () => (await import('./doctor.ts')).doctor,
  'content import': async () => (await import('./content-import.ts')).contentImport,
  'course export': async () => (await import('./course-export.ts')).courseExport,
  'course import': async () => (await import('./course-import.ts')).courseImport,
  'questions check': async () => (await import('./questions-check.ts')).questionsCheck,
  'questions import': async () => (await import('./questions-import.ts')).questionsImport,
  'questions export': async () => (await import('./questions-export.ts')).questionsExport,
  'counters verify': async () => (await import('./counters-verify.ts')).countersVerify,
  'counters rebuild': async () => (await import('./counters-rebuild.ts')).countersRebuild,
  'unit list': async () => (await import('./unit-list.ts')).unitList,
  'unit create': async () => (await import('./unit-create.ts')).unitCreate,
  'user create': async () => (await import('./user-create.ts')).userCreate,
  'user reset-password': async () => (await import('./user-reset-password.ts')).userResetPassword,
  'user grant': async () => (await import('./user-grant.ts')).userGrant,
  'media unused': async () => (await import('./media-unused.ts')).mediaUnused,
  statistics: async () => (await import('./statistics.ts')).statistics,
  demo: async () => (await import('./demo.ts')).demo,
};

/** Where a command line writes: the answer alone on stdout, all else on stderr. */
export interface Streams {
  out(text: string): void;
  say(line: string): void;
}

/** Runs one command line; answers the exit code: 0 success, 1 a problem, 2 called wrongly. */
export async function runCommandLine(argv: string[], { out, say }: Streams): Promise<number> {
  const { isJson, asksHelp, lang: wantedLang, rest } = takeEverywhere(argv);
  const lang: Lang = isLang(wantedLang) ? wantedLang : 'vi';
  const words = messagesFor(lang, vi, en);
  const answer = (json: unknown, text: string) => out(isJson ? JSON.stringify(json, null, 2) : text);
  let command: Command | undefined;
  try {
    if (wantedLang !== undefined && !isLang(wantedLang)) throw new UsageProblem('badLanguage', wantedLang);
    const called = nameOf(rest);
    if (called.name === null || asksHelp) {
      const about = called.name ?? called.rest.join(' ');
      const all = await Promise.all(Object.values(commands).map((load) => load()));
      const { json, text } = helpOn(about, all, words);
      answer(json, text);
      return 0;
    }
    command = await commands[called.name]();
    const { json, text, ok }: Outcome = await command.run({ ...inputOf(command, called.rest), words, lang, say });
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

/** The command that the first one or two words name; null for help, with what help is wanted on. */
function nameOf(argv: string[]): { name: keyof typeof commands | null; rest: string[] } {
  if (argv.length === 0 || argv[0] === 'help') return { name: null, rest: argv.slice(1) };
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    if (Object.hasOwn(commands, name)) return { name: name as keyof typeof commands, rest: argv.slice(length) };
  }
  const typed = argv.filter((word) => !word.startsWith('-'));
  throw new UsageProblem('unknownCommand', typed.slice(0, 2).join(' '));
}

function inputOf(command: Command, argv: string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, one]) => [
      name,
      { type: 'isFlag' in one ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { values, positionals } = parsed(() =>
    parseArgs({ args: argv, options, allowPositionals: true, strict: true }),
  );
  const missing = command.words[positionals.length];
  if (missing) throw new UsageProblem('missingWord', missing);
  const extra = positionals[command.words.length];
  if (extra !== undefined) throw new UsageProblem('extraWord', extra);
  const typed: Record<string, string | undefined> = {};
  const flags = new Set<string>();
  for (const [name, one] of Object.entries(command.options)) {
    const value = values[name];
    if ('isFlag' in one) {
      if (value === true) flags.add(name);
    } else if (one.isRequired && !value) throw new UsageProblem('missingOption', name);
    else if (typeof value === 'string') typed[name] = value;
  }
  return { args: positionals, options: typed, flags };
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
