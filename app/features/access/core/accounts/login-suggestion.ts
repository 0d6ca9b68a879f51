import { isPlainLogin, normalLogin } from '../login.ts';

export type LoginProblem = 'missing' | 'malformed' | 'taken';

/** A login name as typed, or what is wrong with it. Whether it is free is asked of the database. */
export function loginOf(typed: string): { login: string } | { problem: LoginProblem } {
  const login = normalLogin(typed);
  if (login === '') return { problem: 'missing' };
  return isPlainLogin(login) ? { login } : { problem: 'malformed' };
}
