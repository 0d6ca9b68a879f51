import { readFileSync, statSync } from 'node:fs';
import type { FormatProblem } from '#app/features/questions/core/formats/read-question.ts';
import type { vi } from '#app/features/questions/messages/import-vi.ts';
import type { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import type { Messages } from '#app/platform/i18n/messages.ts';
import { CliProblem } from './command.ts';
import { textTable } from './text-table.ts';
import { userPath } from './user-path.ts';

/** Larger files are refused before they are read. */
const LARGEST = 48 * 1024 * 1024;

/** The bytes of a file; null where it is larger than any file of questions. Throws for one that cannot be read. */
export function questionFileBytes(typed: string): Uint8Array | null {
  const file = userPath(typed);
  try {
    return statSync(file).size > LARGEST ? null : readFileSync(file);
  } catch {
    throw new CliProblem('no-file', typed);
  }
}

export interface SaidProblem {
  severity: FormatProblem['severity'];
  line: number;
  message: string;
  excerpt: string;
  code: string;
}

type Words = Messages<typeof vi>;

/** Problems with their sentences. */
export const saidProblems = (problems: readonly FormatProblem[], words: Words): SaidProblem[] =>
  problems.map(({ severity, line, code, detail, excerpt }) => ({
    ...{ severity, line, message: words.problems[code](detail), excerpt, code },
  }));

/** Why a file is not read at all, as the one problem of a file without questions. */
export const saidRefusal = ({ code, part }: Pick<FileRefusal, 'code' | 'part'>, words: Words): SaidProblem => ({
  ...{ severity: 'error', line: 1, message: words.refusals[code], excerpt: part, code },
});

/** Problems as lines for people. */
export const problemTable = (problems: readonly SaidProblem[], words: Words): string =>
  textTable(
    ['', '', ''],
    problems.map(({ severity, line, message, excerpt }) => [
      ...[words.line(line), words.severities[severity], excerpt === '' ? message : `${message}: ${excerpt}`],
    ]),
  ).trim();
