import { createHmac, timingSafeEqual } from 'node:crypto';
import { installationSecret } from './env.server.ts';

let key: Buffer | undefined;

/** HMAC-SHA-256 of a text under this installation's secret: what only this server could have written. Hot path. */
export function signatureOf(text: string): Buffer {
  key ??= installationSecret();
  return createHmac('sha256', key).update(text).digest();
}

/** Whether two texts are the same, in a time that tells nothing of where they differ, nor of their lengths. */
export const isSameText = (a: string, b: string): boolean => timingSafeEqual(signatureOf(a), signatureOf(b));
