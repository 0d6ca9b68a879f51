import { pino } from 'pino';
import { env } from './env.server.ts';

let logger: pino.Logger | undefined;

/** The process's log: JSON lines on stderr, so that a command's stdout stays its answer. Never log an answer or a key. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().logLevel, base: undefined }, pino.destination({ fd: 2, sync: true }));
  return logger;
}
