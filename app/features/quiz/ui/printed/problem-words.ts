import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';

interface Said {
  readonly number: number;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
}

/** A problem of a sheet in words, with its question where it is about one. */
export function useProblemWords(): (problem: Said) => string {
  const { entry: words } = useMessages(vi, en);
  return ({ number, code, found, expected }) => {
    const said = words.problems[code]?.(found, expected) ?? code;
    return number > 0 ? `${words.atQuestion(String(number))} ${said}` : said;
  };
}
