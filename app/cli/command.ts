import type { Lang } from '#app/platform/i18n/language.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import type { vi } from './messages/vi.ts';

export type Words = Messages<typeof vi>;

/** What a command is called with, once its words and options are known to be the right ones. */
export interface Input {
  /** The words after the command's name, in the order of `Command.words`. */
  args: string[];
  options: Record<string, string | undefined>;
  /** The flags that stand in the command line. */
  flags: ReadonlySet<string>;
  words: Words;
  lang: Lang;
  /** A line for the person who waits; goes to stderr. */
  say(line: string): void;
}

export interface Outcome {
  /** What `--json` prints on stdout. */
  json: unknown;
  /** What a person reads instead. */
  text: string;
  /** False makes the process exit with 1. */
  ok: boolean;
}

export interface Command {
  name: keyof Words['commands'];
  /** The words it needs after its name, as help shows them: LOGIN, FILE.csv. */
  words: readonly string[];
  /** Options by name, with what help shows as their value; a flag has none. */
  options: Readonly<Record<string, { value: string; isRequired?: boolean } | { isFlag: true }>>;
  run(input: Input): Promise<Outcome>;
}

/** An expected failure: a message code, and what the sentence names. The command line prints it and exits with 1. */
export class CliProblem extends Error {
  readonly code: keyof Words['problems'];
  readonly subject: string;
  readonly lines: readonly string[];

  constructor(code: keyof Words['problems'], subject = '', lines: readonly string[] = []) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
    this.lines = lines;
  }
}

/** The command was called wrongly: exit with 2, and show how it is called. */
export class UsageProblem extends Error {
  readonly code: keyof Words['usageProblems'];
  readonly subject: string;

  constructor(code: keyof Words['usageProblems'], subject = '') {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
  }
}

/** The value if it is one of the allowed words; throws UsageProblem otherwise. `what` names it as the person typed it. */
export function oneOf<T extends string>(what: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (!found) throw new UsageProblem('notAllowed', `${what} ${value} (${allowed.join(', ')})`);
  return found;
}
