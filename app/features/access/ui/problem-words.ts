import { formatDuration } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** What an action of this feature answers when it changed nothing: codes by field, never a password. */
export interface RefusedForm {
  problems: Record<string, string[]>;
  typed?: Record<string, string>;
  retryAfterSeconds?: number;
}

/** The sentences for the codes of a refused form: by field, and as the list on top of it. */
export function useProblemWords(refused: RefusedForm | undefined) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const say = (code: string): string => {
    // Whole minutes, rounded up: who comes back in time is never refused again.
    const minutes = Math.ceil((refused?.retryAfterSeconds ?? 0) / 60);
    if (code === 'too-many') return words.problems.tooMany(formatDuration(lang, minutes * 60));
    const sentences: Record<string, unknown> = words.problems;
    const sentence = sentences[code];
    return typeof sentence === 'string' ? sentence : words.problems.unknown;
  };
  const fields = Object.entries(refused?.problems ?? {});
  const summary: SummaryError[] = fields.flatMap(([id, codes]) =>
    codes.slice(0, 1).map((code) => ({ id, message: say(code) })),
  );
  return {
    title: words.problemsTitle(summary.length),
    summary,
    of: (field: string): string | undefined => summary.find(({ id }) => id === field)?.message,
  };
}
