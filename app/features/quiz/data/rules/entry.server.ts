import { AppError } from '#app/kernel/app-error.ts';
import { dateOf } from '#app/kernel/vietnam-time.ts';
import { givePointsBack, takePoint } from '#app/platform/limits.server.ts';
import { isSameText, signatureOf } from '#app/platform/signature.server.ts';
import { CODE_TRIES, dayCodeOf, dayCodeText, plainCode } from '../../core/access-code.ts';
import { isAllowedFrom } from '../../core/networks.ts';
import type { QuizSettings } from '../../core/settings.ts';

/** What a request to begin brings beside the person: where it comes from, and the code that was typed. */
export interface Entry {
  /** The client's address; what is not known lies in no network. */
  readonly address?: string;
  readonly code?: string;
}

export type EntryRefusal =
  | { readonly kind: 'refused'; readonly reason: 'network' | 'code-missing' | 'code-wrong' }
  | { readonly kind: 'refused'; readonly reason: 'too-many-codes'; readonly retryAfterSeconds: number };

const codeLimit = { name: 'quiz-code', ...CODE_TRIES };

/** The code of the day of a quiz: who has it before the day has this server's secret. */
export const dayCode = (quizId: string, at: Date): string => dayCodeOf(signatureOf(dayCodeText(quizId, dateOf(at))));

/**
 * Why somebody may not begin here and now, or null. A try is counted before it is compared, so that parallel tries cannot
 * share one; the right code gives them back.
 */
export async function entryRefusal(
  personId: string,
  quiz: { readonly id: string; readonly settings: Pick<QuizSettings, 'access' | 'networks'> },
  { address = '', code = '' }: Entry,
  at: Date,
): Promise<EntryRefusal | null> {
  const { access, networks } = quiz.settings;
  if (!isAllowedFrom(networks, address)) return { kind: 'refused', reason: 'network' };
  if (access.kind === 'none') return null;
  const typed = plainCode(code, access.kind);
  if (typed === '') return { kind: 'refused', reason: 'code-missing' };
  const key = `${quiz.id} ${personId}`;
  const retryAfterSeconds = await takePoint(codeLimit, key);
  if (retryAfterSeconds > 0) return { kind: 'refused', reason: 'too-many-codes', retryAfterSeconds };
  const wanted = access.kind === 'password' ? plainCode(access.password, 'password') : dayCode(quiz.id, at);
  if (!isSameText(typed, wanted)) return { kind: 'refused', reason: 'code-wrong' };
  await givePointsBack(codeLimit, key);
  return null;
}

/** Throws forbidden where an attempt may not be continued from this address, by the networks it was begun with. */
export function requireNetwork({ settings }: { settings: Pick<QuizSettings, 'networks'> }, address = ''): void {
  if (!isAllowedFrom(settings.networks, address)) throw new AppError('forbidden', { reason: 'network' });
}
