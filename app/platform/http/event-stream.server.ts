/** Where a page that listens is told things. */
export interface EventSink {
  /** Sends one event; its data travels as JSON. */
  send(event: string, data: unknown): void;
  /** Ends the stream from this side. */
  end(): void;
}

/** A comment this often keeps proxies from taking a quiet stream for a dead one. */
const heartbeatSeconds = 15;
/** How soon a browser asks again after the stream was cut. */
const retryMs = 3000;
/** Who reads so slowly that more than this waits is cut off; the browser comes back and is told the whole anew. */
const mostWaiting = 1024 * 1024;

const open = new Set<() => void>();

/**
 * A response that stays open and tells events (server-sent events) until the browser leaves, `end` is called or the server
 * closes. `begin` gets the sink and answers what is to be done once it is over, however that comes about.
 */
export function eventStream(begin: (sink: EventSink) => () => void): Response {
  const encoder = new TextEncoder();
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOver = false;
        let after: (() => void) | undefined;
        const over = () => {
          if (isOver) return;
          isOver = true;
          clearInterval(beat);
          open.delete(end);
          after?.();
        };
        const end = () => {
          if (isOver) return;
          over();
          controller.close();
        };
        const write = (text: string) => {
          if (isOver) return;
          if ((controller.desiredSize ?? 0) < -mostWaiting) end();
          else controller.enqueue(encoder.encode(text));
        };
        const beat = setInterval(() => write(': still here\n\n'), heartbeatSeconds * 1000);
        beat.unref();
        finish = over;
        open.add(end);
        write(`retry: ${retryMs}\n\n`);
        after = begin({ send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`), end });
        // Ended while it began.
        if (isOver) after();
      },
      cancel: () => finish(),
    },
    { highWaterMark: 64 * 1024, size: (chunk) => chunk.byteLength },
  );
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // A proxy in front passes each event on at once.
      'X-Accel-Buffering': 'no',
    },
  });
}

/** Ends every open stream: the server is closing, and would wait for them. */
export function endEventStreams(): void {
  for (const end of [...open]) end();
}
