import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EventSink, eventStream } from '#app/platform/http/event-stream.server.ts';
import { serveBuild } from '#app/platform/http/server.server.ts';

const slow = async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return Response.json({ outcome: 'kept' });
};

const sinks: EventSink[] = [];
let left = 0;
const stream = () =>
  eventStream((sink) => {
    sinks.push(sink);
    sink.send('whole', { n: 1 });
    return () => {
      left += 1;
    };
  });

/** A build of one hot route that takes a while, and of one that tells events. */
const build = {
  entry: { module: { default: () => new Response('') } },
  routes: {
    root: { id: 'root', path: '', module: {} },
    hot: { id: 'hot', parentId: 'root', path: 'attempts/:attemptId/answers', module: { action: slow } },
    live: { id: 'live', parentId: 'root', path: 'live/events', module: { loader: stream } },
  },
  assets: { routes: { root: {}, hot: {}, live: {} }, entry: { module: '', imports: [] }, url: '', version: '1' },
  future: { v3_singleFetch: true },
  publicPath: '/',
  assetsBuildDirectory: '',
  isSpaMode: false,
} as unknown as ServerBuild;

// A fresh clone has no build yet: the static files are a folder of this test.
const root = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-server-'));
const rootBefore = process.env.HOCTAP35_ROOT;
beforeAll(() => {
  mkdirSync(path.join(root, 'build/client'), { recursive: true });
  process.env.HOCTAP35_ROOT = root;
});
afterAll(() => {
  if (rootBefore === undefined) delete process.env.HOCTAP35_ROOT;
  else process.env.HOCTAP35_ROOT = rootBefore;
  rmSync(root, { recursive: true, force: true });
});

it('ends what is in flight and then closes at once, though the browser keeps its connection', async () => {
  const served = await serveBuild(build, { port: 0, host: '127.0.0.1' });
  const agent = new http.Agent({ keepAlive: true });
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 2 };
  const options = { agent, host: '127.0.0.1', port: served.port, path: '/attempts/a/answers', method: 'POST', headers };
  const status = new Promise<number | undefined>((resolve, reject) => {
    const request = http.request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject).end('{}');
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  // An hour of grace: were the kept connection waited for, this test would not end.
  await served.close(3600);
  expect(await status).toBe(200);
  agent.destroy();
});

it('loses a request, and not itself, where a file is gone since the start', async () => {
  const file = path.join(root, 'build/client/gone.css');
  writeFileSync(file, 'a {}');
  const served = await serveBuild(build, { port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${served.port}`;
  expect(await (await fetch(`${address}/gone.css`)).text()).toBe('a {}');
  rmSync(file);
  await expect(fetch(`${address}/gone.css`).then((response) => response.text())).rejects.toThrow();
  writeFileSync(file, 'a {}');
  expect(await (await fetch(`${address}/gone.css`)).text()).toBe('a {}');
  await served.close(0);
});

/** Opens the stream; answers what came so far and whether it has ended. */
function listen(port: number) {
  const heard = { text: '', type: '', encoding: '' as string | undefined, ended: false, leave: () => {} };
  const headers = { 'Accept-Encoding': 'gzip' };
  const request = http.get({ host: '127.0.0.1', port, path: '/live/events', headers }, (response) => {
    heard.type = response.headers['content-type'] ?? '';
    heard.encoding = response.headers['content-encoding'];
    response.on('data', (chunk: Buffer) => {
      heard.text += chunk.toString();
    });
    response.on('end', () => {
      heard.ended = true;
    });
    response.on('error', () => {});
  });
  request.on('error', () => {});
  heard.leave = () => request.destroy();
  return heard;
}

it('lets a stream of events through as it comes, forgets who leaves, and ends the others when it closes', async () => {
  const served = await serveBuild(build, { port: 0, host: '127.0.0.1' });
  const stays = listen(served.port);
  const goes = listen(served.port);
  await expect.poll(() => [stays.text, goes.text].map((text) => text.includes('event: whole'))).toEqual([true, true]);
  expect(stays.type).toMatch(/^text\/event-stream/);
  expect(stays.encoding).toBeUndefined();
  for (const sink of sinks) sink.send('change', { n: 2 });
  await expect.poll(() => stays.text).toMatch(/event: whole\ndata: \{"n":1\}\n\nevent: change\ndata: \{"n":2\}\n\n$/);
  goes.leave();
  await expect.poll(() => left).toBe(1);
  await served.close(3600);
  await expect.poll(() => stays.ended).toBe(true);
  expect(left).toBe(2);
});
