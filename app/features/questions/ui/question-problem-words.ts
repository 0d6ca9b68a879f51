import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SummaryError } from '#app/ui/error-summary.tsx';
import { letterOf } from '../core/question-change-fields.ts';
import { en as bankEn } from '../messages/bank-en.ts';
import { vi as bankVi } from '../messages/bank-vi.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** What is wrong, as commands answer it: the field of the form and a message code. */
export type FormProblem = { field: string; code: string };

/** The fields in the form's order: the list on top goes down the page. */
const places = [
  ...['stem', 'truth', 'options', 'right', 'statements', 'prompts', 'choices', 'items', 'answers'],
  ...['numbers', 'units', 'unitPenalty', 'blanks', 'minWords', 'maxWords', 'maxFiles', 'rubric', 'markerNotes'],
];
const placeOf = ({ field }: FormProblem) => {
  const place = places.findIndex((each) => field.startsWith(each));
  return place < 0 ? places.length : place;
};

/** The sentences for problems: of one field, and as the list on top of the form. */
export function useQuestionProblems(found: readonly FormProblem[] = []) {
  const words = useMessages(vi, en);
  const { silentPicture, categories } = useMessages(bankVi, bankEn);
  const problems = [...found].sort((a, b) => placeOf(a) - placeOf(b));
  const known: Record<string, string | ((label: string, inner: string) => string)> = {
    ...words.problems,
    ...categories.problems,
  };
  const say = ({ field, code }: FormProblem): string => {
    const [outer = 0, inner = 0] = [...field.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
    const kind = field.replace(/\[\d+\]/g, '');
    if (code === 'no-alternative-text') return silentPicture;
    const sentence = known[`${kind} ${code}`] ?? words.problems.other;
    const label = /^(options|choices)/.test(kind) ? letterOf(outer) : String(outer + 1);
    const innerLabel = kind.includes('.options') ? letterOf(inner) : String(inner + 1);
    return typeof sentence === 'string' ? sentence : sentence(label, innerLabel);
  };
  const summary: SummaryError[] = problems.map((problem) => ({ id: problem.field, message: say(problem) }));
  return {
    title: words.problemsTitle(summary.length),
    summary,
    of: (field: string): string | undefined => summary.find(({ id }) => id === field)?.message,
  };
}
