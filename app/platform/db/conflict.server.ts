/** Codes of both databases for "another transaction was in the way; the same work may succeed now". */
const conflictCodes = new Set([
  ...['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED', '40001', '40P01', 'P2034'],
  // What Prisma makes of SQLITE_BUSY.
  ...['P1008', 'SocketTimeout'],
]);
/** Codes for "the database itself cannot work now": locked for too long, disk full, read-only, gone. */
const outageCodes = new Set([
  ...conflictCodes,
  ...['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', '53100', '53200', '53300', '57P01', '57P02', '57P03'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'ENOSPC'],
  ...['ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EAI_AGAIN', 'ENOTCONN'],
  ...['ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ERR_SOCKET_CLOSED', 'ERR_STREAM_PREMATURE_CLOSE'],
  // Of PostgreSQL's own files and pages, while it recovers or its disk fails.
  ...['58000', '58030', '58P01', '58P02', '58P03', 'XX001', 'XX002', '55P02', '57P04', '57P05'],
]);
/** Classes of SQLSTATE that are all outages: the connection, and resources that are used up. */
const outageClass = /^(08|53)[0-9A-Z]{3}$/;

/** Every code that an error and its causes carry. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  const queue: unknown[] = [error];
  for (let depth = 0; queue.length > 0 && depth < 20; depth += 1) {
    const each = queue.shift();
    if (typeof each !== 'object' || each === null) continue;
    const { code, originalCode, kind, cause, meta, driverAdapterError, errors } = each as Record<string, unknown>;
    for (const found of [code, originalCode, kind]) if (typeof found === 'string') codes.push(found);
    queue.push(cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : []));
  }
  return codes;
}

const has = (error: unknown, known: Set<string>) =>
  codesOf(error).some((code) => known.has(code) || known.has(code.split('_').slice(0, 2).join('_')));

/** Whether the same work may succeed when it is tried again at once. */
export const isConflict = (error: unknown): boolean => has(error, conflictCodes);

/** Whether the database cannot serve now; the request is answered with 503 and a code. */
export const isOutage = (error: unknown): boolean =>
  has(error, outageCodes) || codesOf(error).some((code) => outageClass.test(code)) || isBrokenConnection(error);

/**
 * What the drivers say without a code of a connection that ended while they held it. Prisma writes what it cannot place
 * into a message of its own, so the words may stand anywhere in it, or in that of a cause.
 */
const brokenConnection =
  /database connection is not open|Connection terminated|[Cc]onnection (was|is) closed|is not queryable|closed the connection|Received unexpected \w+ message from backend|timeout exceeded when trying to connect|timeout expired|Query read timeout|socket hang up|Socket closed|terminating connection|the database system is/;

function isBrokenConnection(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    if (brokenConnection.test(each.message)) return true;
  }
  return false;
}

/** Whether a database server is not there yet: nobody listens, or it is still recovering. */
export const isStarting = (error: unknown): boolean => has(error, new Set(['ECONNREFUSED', '57P03']));

/** Whether a row with the same key exists already. */
export const isDuplicate = (error: unknown): boolean =>
  has(error, new Set(['P2002', '23505', 'SQLITE_CONSTRAINT', 'UniqueConstraintViolation']));

/** Whether the database cannot keep a text that came in: PostgreSQL takes no NUL. */
export const isUnkeepable = (error: unknown): boolean => has(error, new Set(['22021']));

/** How long a change waits for its turn and for other processes before the request is answered with 503. */
export const patienceMs = 8000;

/** Thrown when a change has waited for longer than `patienceMs`. */
export const busyError = () => Object.assign(new Error('The database stayed locked.'), { code: 'SQLITE_BUSY' });

/** Runs work again, a little later each time, while another transaction is in its way, until `patience` has passed. */
export async function retryOnConflict<T>(work: () => Promise<T>, patience = patienceMs): Promise<T> {
  const until = performance.now() + patience;
  for (let wait = 10; ; wait = Math.min(wait * 2, 250)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() + wait > until || !isConflict(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait / 2 + Math.random() * wait));
    }
  }
}
