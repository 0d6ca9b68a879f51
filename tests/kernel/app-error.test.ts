import { describe, expect, it } from 'vitest';
import { AppError, isAppError } from '#app/kernel/app-error.ts';

describe('AppError', () => {
  it('carries its code and what may be told', () => {
    const error = new AppError('bad-input', { fields: { dueOn: ['not-a-day'] } });
    expect(error).toBeInstanceOf(Error);
    expect(error.code).toBe('bad-input');
    expect(error.details.fields).toEqual({ dueOn: ['not-a-day'] });
    expect(new AppError('conflict', { reason: 'name-taken' }).message).toBe('conflict: name-taken');
  });

  it('is told from other errors, and by its code', () => {
    expect(isAppError(new AppError('not-found'))).toBe(true);
    expect(isAppError(new AppError('not-found'), 'not-found')).toBe(true);
    expect(isAppError(new AppError('not-found'), 'forbidden')).toBe(false);
    expect(isAppError(new Error('not-found'))).toBe(false);
  });
});
