import { AppError } from '#app/kernel/app-error.ts';

/** An id out of an address. What cannot be an id is not found, before any database is asked. */
export function idParam(value: string | undefined): string {
  if (!value || !/^[0-9A-Za-z_-]{1,64}$/.test(value)) throw new AppError('not-found');
  return value;
}
