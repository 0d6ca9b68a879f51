/** Remix hands each loader a request object of its own: what they share is known by this header, which no client can set. */
const header = 'x-hoctap35-request';
let count = 0;

/** Marks a request that loaders will be asked with; a mark that came with it is overwritten. */
export function markRequest(request: Request): Request {
  count += 1;
  request.headers.set(header, String(count));
  return request;
}

/** The same for all loaders of one page, and for nothing else; null for a change, and where nobody marked. */
export const markOf = (request: Request): string | null =>
  request.method === 'GET' ? request.headers.get(header) : null;
