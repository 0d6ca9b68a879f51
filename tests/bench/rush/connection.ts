import net from 'node:net';

export interface Answer {
  status: number;
  location: string;
  body: Buffer;
}

interface Head {
  status: number;
  location: string;
  /** Of the body; null = chunked. */
  length: number | null;
  end: number;
}

/**
 * One kept connection that asks one thing at a time. A client of its own because node:http costs the clients of a bench
 * about as much as the product costs the server, and both share the machine.
 */
export class Connection {
  #socket: net.Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null;

  constructor(
    private readonly port: number,
    private readonly fixedHeaders: string,
  ) {}

  /** `type`: of the body; none for a GET. */
  async ask(method: 'GET' | 'POST', path: string, body = '', type = 'application/json'): Promise<Answer> {
    const socket = this.#socket ?? (await this.#open());
    const length = method === 'POST' ? `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` : '';
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      socket.write(`${method} ${path} HTTP/1.1\r\n${this.fixedHeaders}${length}\r\n${body}`);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Promise<net.Socket> {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ port: this.port, host: '127.0.0.1', noDelay: true });
      const gone = (error?: Error) => {
        this.#socket = null;
        this.#received = Buffer.alloc(0);
        const waiting = this.#waiting;
        this.#waiting = null;
        waiting?.reject(error ?? new Error('The connection was closed.'));
      };
      socket.once('connect', () => {
        this.#socket = socket;
        resolve(socket);
      });
      socket.on('error', (error) => {
        reject(error);
        gone(error);
      });
      socket.on('close', () => gone());
      socket.on('data', (chunk: Buffer) => {
        this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
        const answer = wholeAnswer(this.#received);
        if (!answer) return;
        this.#received = Buffer.alloc(0);
        const waiting = this.#waiting;
        this.#waiting = null;
        waiting?.resolve(answer);
      });
    });
  }
}

/** The answer that these bytes are, or null while something is missing. */
export function wholeAnswer(bytes: Buffer): Answer | null {
  const head = headOf(bytes);
  if (!head) return null;
  const { status, location } = head;
  if (head.length !== null) {
    if (bytes.length < head.end + head.length) return null;
    return { status, location, body: bytes.subarray(head.end, head.end + head.length) };
  }
  const parts: Buffer[] = [];
  for (let at = head.end; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    if (bytes.length < line + 2 + size + 2) return null;
    if (size === 0) return { status, location, body: Buffer.concat(parts) };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}

function headOf(bytes: Buffer): Head | null {
  const blank = bytes.indexOf('\r\n\r\n');
  if (blank < 0) return null;
  const head = bytes.toString('latin1', 0, blank);
  const header = (name: string) => new RegExp(`\r\n${name}: *([^\r]*)`, 'i').exec(head)?.[1];
  const isChunked = header('transfer-encoding')?.toLowerCase() === 'chunked';
  return {
    status: Number(head.slice(9, 12)),
    location: header('location') ?? '',
    length: isChunked ? null : Number(header('content-length') ?? 0),
    end: blank + 4,
  };
}
