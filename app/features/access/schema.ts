import { z } from 'zod';
import { normalLogin } from './core/login.ts';

/** Messages are codes; ui/access-words turns them into sentences. No field may grow without bound. */
const password = (missing: string) => z.string({ error: missing }).min(1, missing).max(1000, 'password-too-long');

export const signInForm = z.object({
  login: z
    .string({ error: 'login-missing' })
    .transform(normalLogin)
    .pipe(z.string().min(1, 'login-missing').max(200, 'login-too-long')),
  password: password('password-missing'),
});

export const changePasswordForm = z
  .object({
    current: z.string().max(1000, 'password-too-long').default(''),
    next: password('new-password-missing'),
    repeat: z.string({ error: 'repeat-missing' }).max(1000, 'password-too-long'),
  })
  .refine(({ next, repeat }) => next === repeat, { path: ['repeat'], error: 'repeat-differs' });

/** Which sessions to end: one by its id, or all but this one. */
export const endSessionsForm = z.object({
  session: z.union([z.literal('others'), z.string().regex(/^[0-9a-f]{64}$/)]),
});
