import { AppError } from '#app/kernel/app-error.ts';
import { isOutage } from '#app/platform/db/conflict.server.ts';
import { log } from '#app/platform/log.server.ts';
import { CliProblem } from './command.ts';

/** What a command threw, as something that can be said. What nobody expected is also logged with its stack. */
export function problemOf(error: unknown): CliProblem {
  if (error instanceof AppError) {
    const { reason, fields } = error.details;
    const lines = Object.entries(fields ?? {}).map(([field, codes]) => `  ${field}: ${codes.join(', ')}`);
    return new CliProblem('refused', [error.code, reason].filter(Boolean).join(': '), lines);
  }
  const message = error instanceof Error ? error.message : String(error);
  // The environment is checked by zod, whose issues name the variable.
  if (error instanceof Error && error.name === 'ZodError' && 'issues' in error) {
    const issues = error.issues as { path: PropertyKey[] }[];
    return new CliProblem('bad-settings', issues.map(({ path }) => path.join('.')).join(', '));
  }
  if (isOutage(error)) return new CliProblem('database-down', message);
  log().error({ err: error }, 'a command failed');
  return new CliProblem('unexpected', message);
}
