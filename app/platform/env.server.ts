import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.string().default(''),
  HOCTAP35_DATA: z.string().default(''),
  HOCTAP35_ROOT: z.string().default(''),
  /** How many proxies in front are trusted to name the client's address; 0 = none. */
  HOCTAP35_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  HOCTAP35_DEMO: z.enum(['yes', 'no']).default('yes'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  NODE_ENV: z.string().default('production'),
});

/** The settings of this process, read once a call so that tests may change them. Throws on a malformed value. */
export function env() {
  const parsed = schema.parse(process.env);
  const root = parsed.HOCTAP35_ROOT || process.cwd();
  const dataFolder = parsed.HOCTAP35_DATA || path.join(root, 'data');
  return {
    port: parsed.PORT,
    host: parsed.HOST,
    root,
    dataFolder,
    databaseUrl: parsed.DATABASE_URL || `file:${path.join(dataFolder, 'hoctap35.sqlite')}`,
    trustedProxies: parsed.HOCTAP35_PROXIES,
    demo: parsed.HOCTAP35_DEMO === 'yes',
    logLevel: parsed.LOG_LEVEL,
    production: parsed.NODE_ENV === 'production',
  };
}

/** The folder of the embedded database and the secrets; readable by its owner alone. */
export function ensureDataFolder(): string {
  const folder = env().dataFolder;
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

let secret: { folder: string; value: Buffer } | undefined;

/** 32 random bytes that outlive restarts, in `data/secret` with mode 0600. Used for receipts, never for passwords. */
export function installationSecret(): Buffer {
  const folder = ensureDataFolder();
  if (secret?.folder === folder) return secret.value;
  const file = path.join(folder, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  secret = { folder, value: Buffer.from(readFileSync(file, 'utf8').trim(), 'hex') };
  return secret.value;
}
