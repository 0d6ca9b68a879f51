import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id (19 MiB, 2 passes, 1 lane): about 20 ms on an office machine, off the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password with argon2id and a random salt. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/** Whether the password is the one that was hashed; false for a damaged hash. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password.normalize('NFC'));
  } catch {
    return false;
  }
}

let decoy: Promise<string> | undefined;

/** A hash of nothing known: checked for an unknown login, so that it takes the same time as a wrong password. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(`${Math.random()}${Date.now()}`);
  return decoy;
}

// Without the letters and digits that are taken for one another on paper.
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password to read out or write down: 12 random characters in three groups, 59 bits. */
export function newFirstPassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('');
  return `${group()}-${group()}-${group()}`;
}
