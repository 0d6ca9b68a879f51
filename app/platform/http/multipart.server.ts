/** One field of a multipart form. `data` is read before the next part is asked for; what is left of it is skipped. */
export interface MultipartPart {
  readonly name: string;
  /** Undefined for a field without a file; '' for a file field in which none was chosen. */
  readonly filename: string | undefined;
  readonly data: AsyncIterable<Uint8Array>;
}

/** Names and file names are short; so are all headers of a part. */
const longestHeaders = 16 * 1024;
const CRLF = Buffer.from('\r\n');
const BLANK_LINE = Buffer.from('\r\n\r\n');

/** The boundary that a Content-Type names, or null for what is no multipart form. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  );
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * The parts of a multipart form as they stream in; no more of it is in memory than one chunk. Written by us since a file's
 * name may hold anything, ';' and '=' too. Throws SyntaxError for what is cut off or no such form.
 */
export async function* multipartParts(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<MultipartPart> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it.
  let buffer: Buffer = CRLF;

  const readMore = async () => {
    const { done, value } = await source.next();
    if (done) throw new SyntaxError('the form is cut off');
    buffer = buffer.length === 0 ? Buffer.from(value) : Buffer.concat([buffer, value]);
  };
  /** Everything up to the next boundary, which is taken off too. */
  async function* content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = buffer.indexOf(delimiter);
      // What could be the beginning of a boundary waits for what follows.
      const ready = at >= 0 ? at : Math.max(0, buffer.length - delimiter.length + 1);
      const piece = buffer.subarray(0, ready);
      buffer = buffer.subarray(at >= 0 ? at + delimiter.length : ready);
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await readMore();
    }
  }
  const headers = async () => {
    while (buffer.indexOf(BLANK_LINE) < 0) {
      if (buffer.length > longestHeaders) throw new SyntaxError('the headers of a part are too long');
      await readMore();
    }
    const end = buffer.indexOf(BLANK_LINE);
    const text = buffer.subarray(0, end).toString('utf8');
    buffer = buffer.subarray(end + BLANK_LINE.length);
    return text;
  };

  for await (const _ of content()) void _;
  for (;;) {
    while (buffer.length < 2) await readMore();
    const isLast = buffer[0] === 45 && buffer[1] === 45;
    if (isLast) return;
    if (!buffer.subarray(0, 2).equals(CRLF)) throw new SyntaxError('a boundary is followed by something else');
    const { name, filename } = dispositionOf(await headers());
    const data = content();
    yield { name, filename, data };
    for await (const _ of data) void _;
  }
}

function dispositionOf(headers: string): { name: string; filename: string | undefined } {
  const line = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(headers)?.[1] ?? '';
  const values = new Map<string, string>();
  for (const [, key = '', quoted, plain] of line.matchAll(/;\s*([\w-]+)=(?:"((?:\\"|[^"])*)"|([^\s;]*))/g)) {
    if (!values.has(key.toLowerCase())) values.set(key.toLowerCase(), quoted?.replace(/\\"/g, '"') ?? plain ?? '');
  }
  const name = values.get('name');
  if (name === undefined) throw new SyntaxError('a part without a name');
  // Browsers write these three as percents, and nothing else.
  const readable = (text: string) => text.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
  const filename = values.get('filename');
  return { name: readable(name), filename: filename === undefined ? undefined : readable(filename) };
}
