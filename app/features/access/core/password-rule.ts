/** Lengths count characters as people see them. At least 64 are accepted; 128 bounds the work of hashing. */
export const shortestPassword = 8;
export const longestPassword = 128;

export type PasswordProblem = 'too-short' | 'too-long' | 'common' | 'contains-login';

/**
 * Why a password is refused, or null. Only length, a list of common passwords, and the person's own login name count:
 * no rules about kinds of characters (NIST SP 800-63B, section 5.1.1.2).
 */
export function passwordProblem(
  password: string,
  { login, number, isCommon }: { login: string; number?: string; isCommon: (lowerCase: string) => boolean },
): PasswordProblem | null {
  const text = password.normalize('NFC');
  const length = [...text].length;
  if (length < shortestPassword) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const lower = text.toLowerCase();
  if (isCommon(lower)) return 'common';
  if (lower === login.toLowerCase() || (number && lower === number.toLowerCase())) return 'contains-login';
  return null;
}
