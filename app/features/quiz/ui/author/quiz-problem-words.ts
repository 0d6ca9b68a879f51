import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

export interface ShownProblem {
  field: string;
  code: string;
  wanted?: number;
  found?: number;
  text?: string;
}

/** The sentences for problems of a quiz: of one field, and as the list on top of the form. */
export function useQuizProblems(problems: readonly ShownProblem[] = []) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const known: Record<string, string | ((line: string) => string)> = words.problems;
  const say = ({ field, code, wanted = 0, found = 0, text = '' }: ShownProblem): string => {
    if (code === 'not-a-network') return words.notANetwork(text);
    const line = Number(/\[(\d+)\]/.exec(field)?.[1] ?? 0) + 1;
    if (code === 'not-enough-questions')
      return words.notEnough(line, formatNumber(lang, wanted), formatNumber(lang, found));
    const sentence = known[`${field.replace(/\[\d+\]/, '')} ${code}`] ?? words.problems.other;
    return typeof sentence === 'string' ? sentence : sentence(String(line));
  };
  const summary: SummaryError[] = problems.map((problem) => ({ id: problem.field, message: say(problem) }));
  return {
    title: words.problemsTitle(summary.length),
    summary,
    of: (field: string): string | undefined => summary.find(({ id }) => id === field)?.message,
  };
}
