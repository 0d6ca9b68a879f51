import { AppError } from '#app/kernel/app-error.ts';
import { isDuplicate } from '#app/platform/db/conflict.server.ts';

/**
 * Runs a work whose row has an id that came with its form. Two requests of one form at the same moment do not see each other: the
 * slower one runs into the key of the faster one, and finds its row the second time. Throws bad-input for an id that belongs to
 * something else.
 */
export async function evenSentTwice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  try {
    return await work();
  } catch (error) {
    if (isDuplicate(error)) throw new AppError('bad-input', { reason: 'id-taken' });
    throw error;
  }
}
