import { existsSync } from 'node:fs';
import path from 'node:path';

/** A path as the person typed it: from where the command was called, or, under npm, from where npm was called. */
export function userPath(typed: string): string {
  const here = path.resolve(typed);
  const { INIT_CWD } = process.env;
  return existsSync(here) || !INIT_CWD ? here : path.resolve(INIT_CWD, typed);
}

/** The path of a file to be written, from where the person called. */
export const newUserPath = (typed: string): string => path.resolve(process.env.INIT_CWD ?? '.', typed);
