import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

/** The sentences for problems of an assignment: of one field, and as the list on top of the form. */
export function useAssignmentProblems(problems: readonly { field: string; code: string }[] = []) {
  const words = useMessages(vi, en);
  const known: Record<string, string> = words.problems;
  const summary: SummaryError[] = problems.map(({ field, code }) => ({
    id: field,
    message: known[`${field} ${code}`] ?? words.problems.other,
  }));
  return {
    title: words.problemsTitle(summary.length),
    summary,
    of: (field: string): string | undefined => summary.find(({ id }) => id === field)?.message,
  };
}
