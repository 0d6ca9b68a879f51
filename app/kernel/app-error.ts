/** Everything that a request can be refused for; `platform/http` maps each to a status. */
export type AppErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'bad-input'
  | 'conflict'
  | 'too-many-requests'
  | 'unavailable'
  | 'signed-out';

/** What an error may tell the person, as codes and numbers: words are chosen at the edge. */
export interface AppErrorDetails {
  /** 'bad-input': message codes by the name of the field. */
  fields?: Record<string, string[]>;
  /** Why, as a message code: 'conflict', 'forbidden'. */
  reason?: string;
  /** 'too-many-requests', 'unavailable': when to try again. */
  retryAfterSeconds?: number;
}

/** Refusal of access, absence, or input that no honest page sends. Expected outcomes are values, not errors. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: AppErrorCode, details: AppErrorDetails = {}) {
    super(details.reason ? `${code}: ${details.reason}` : code);
    this.code = code;
    this.details = details;
  }
}

/** Whether a caught value is an AppError, and of that code when one is given. */
export function isAppError(error: unknown, code?: AppErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
