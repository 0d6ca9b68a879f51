import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveBuild } from '#app/platform/http/server.server.ts';

const slow = async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return Response.json({ outcome: 'kept' });
};

/** A build of one hot route that takes a while. */
const build = {
  entry: { module: { default: () => new Response('') } },
  routes: {
    root: { id: 'root', path: '', module: {} },
    hot: { id: 'hot', parentId: 'root', path: 'attempts/:attemptId/answers', module: { action: slow } },
  },
  assets: { routes: { root: {}, hot: {} }, entry: { module: '', imports: [] }, url: '', version: '1' },
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
