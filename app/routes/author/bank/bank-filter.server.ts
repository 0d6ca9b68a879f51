import type { Actor } from '#app/features/access/core/role.ts';
import type { BankFilter } from '#app/features/questions/queries/questions-page.server.ts';
import { type QuestionListValues, questionListSchema } from '#app/features/questions/schema.bank.ts';
import { flaggedQuestionIds } from '#app/features/quiz/queries/statistics/bank-figures.server.ts';
import { isSecure, readCookie } from '#app/platform/http/cookies.server.ts';

/** The filters of an address as the bank takes them; what statistics flag is known to the quiz feature alone. */
export async function bankFilter(actor: Actor, values: QuestionListValues): Promise<BankFilter> {
  const { q, category, type, difficulty, tag, standing, archived, nosource, flagged, mine } = values;
  return {
    ...{ search: q, categoryId: category, type, difficulty, tag, isArchived: archived === 'yes' },
    ...(standing === 'waiting' ? { isWaiting: true } : { standing }),
    ...{ hasNoSource: nosource === 'yes', isMine: mine === 'yes' },
    ...(flagged === 'yes' && { ids: await flaggedQuestionIds(actor) }),
  };
}

/** What narrows the list, without its order and page. */
const narrowing = [
  ...(['q', 'category', 'type', 'difficulty', 'tag', 'standing', 'archived', 'nosource', 'flagged', 'mine'] as const),
];

export const isNarrowed = (values: QuestionListValues): boolean => narrowing.some((name) => values[name] !== '');

const cookie = 'hoctap35_bank';

/** The filters and the order of the last visit, as an address has them; empty where nothing was filtered. */
export function rememberedSearch(request: Request): string {
  const stored = readCookie(request, cookie);
  if (!stored) return '';
  let text = '';
  try {
    text = decodeURIComponent(stored);
  } catch {
    return '';
  }
  return searchOf(questionListSchema.parse(Object.fromEntries(new URLSearchParams(text))));
}

function searchOf(values: QuestionListValues): string {
  const kept = [...narrowing, 'sort', 'dir'] as const;
  const isPlain = !isNarrowed(values) && values.sort === 'changed' && values.dir === '';
  const parameters = isPlain ? [] : kept.flatMap((name) => (values[name] === '' ? [] : [[name, values[name]]]));
  return new URLSearchParams(parameters).toString();
}

/** The Set-Cookie header that remembers them until the browser is closed. */
export function rememberSearch(request: Request, values: QuestionListValues): string {
  const secure = isSecure(request) ? '; Secure' : '';
  const text = encodeURIComponent(searchOf(values));
  return `${cookie}=${text}; Path=/author/questions; HttpOnly; SameSite=Lax${secure}`;
}
