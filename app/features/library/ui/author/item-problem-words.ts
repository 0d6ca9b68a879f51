import type { UploadProblem } from '#app/features/media/core/media-answer.ts';
import { en as mediaEn } from '#app/features/media/messages/en.ts';
import { vi as mediaVi } from '#app/features/media/messages/vi.ts';
import { uploadProblemWords } from '#app/features/media/ui/problem-words.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';

/** What is wrong with a field of the form; `largest` belongs to a file that is too large, in bytes. */
export interface FormProblem {
  field: string;
  code: string;
  largest?: number;
}

const formOrder = [
  ...['kind', 'title', 'symbol', 'issuedOn', 'source', 'asOf', 'topic', 'tags', 'link', 'unitId', 'mediaId'],
  ...['mediaAlt', 'body'],
];
const placeOf = ({ field }: FormProblem) => formOrder.indexOf(field.split('.')[0] ?? '');

/** What is wrong, in the order in which the form is read; what belongs to no field of it first. */
export const inFormOrder = (problems: readonly FormProblem[]): FormProblem[] =>
  [...problems].sort((a, b) => placeOf(a) - placeOf(b));

/** Turns what is wrong into words, each beside the id of its field, in the order of the form. */
export function useItemProblemWords(problems: readonly FormProblem[]): { id: string; message: string }[] {
  const { problems: words } = useMessages(vi, en);
  const media = useMessages(mediaVi, mediaEn);
  const lang = useLang();
  return inFormOrder(problems).map(({ field, code, largest }) => {
    const id = field.split('.')[0] ?? '';
    if (code === 'missing')
      return { id, message: words.missing[id as keyof typeof words.missing] ?? words.missing.other };
    if (code in words) return { id, message: words[code as Exclude<keyof typeof words, 'missing'>] };
    if (id !== 'mediaId' || !(code in media.problems)) return { id, message: words.other };
    return { id, message: uploadProblemWords({ problem: code as UploadProblem, largest }, media, lang) };
  });
}
