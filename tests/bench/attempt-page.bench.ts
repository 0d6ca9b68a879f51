/**
 * A page of a running exam with 20 questions: pages per second, processor time, and what a browser fetches, gzipped.
 * Baseline of the same run: the health check, which is the same server with nothing to render.
 */

import http from 'node:http';
import { gzipSync } from 'node:zlib';
import { stageExam } from './exam-stage.ts';
import { call, load, print, rounded } from './measure.ts';
import { stageFolder, startProduct } from './stage.ts';

const seconds = Number(process.argv[2] ?? 5);
stageFolder();
const candidates = await stageExam(8);
const product = await startProduct();
const { port, pid } = product;

const page = (connection: number) => ({
  method: 'GET' as const,
  path: `/attempts/${candidates[connection]!.attemptId}`,
  headers: { Cookie: candidates[connection]!.cookie },
});
const health = { method: 'GET' as const, path: '/health' };
for (const connections of [1, 8]) {
  const baseline = await load({ port, pid, connections, seconds }, () => health);
  const ours = await load(
    { port, pid, connections, seconds },
    page,
    (status, text) => status === 200 && text.includes('</html>'),
  );
  print({ bench: 'attempt-page', server: 'baseline', connections, ...baseline });
  print({
    bench: 'attempt-page',
    server: 'product',
    connections,
    ...ours,
    processorOfBaseline: rounded(ours.serverCpu / baseline.serverCpu, 1),
    processorAim: 3,
  });
}

const agent = new http.Agent({ keepAlive: true });
const get = (path: string) => call(agent, port, { ...page(0), path });
const { text } = await get(page(0).path);
const questions = text.match(/<fieldset/g)?.length ?? 0;
const assets = [...new Set([...text.matchAll(/["'(](\/assets\/[^"')]+\.(?:js|css))["')]/g)].map((match) => match[1]!))];
const sizes = { js: 0, css: 0 };
for (const asset of assets) {
  if (asset.includes('manifest')) continue;
  const body = await get(asset);
  sizes[asset.endsWith('.css') ? 'css' : 'js'] += gzipSync(body.text, { level: 9 }).length;
}
print({
  bench: 'attempt-page',
  questions,
  htmlBytes: text.length,
  htmlGzip: gzipSync(text).length,
  jsGzip: sizes.js,
  jsAim: 90_000,
  cssGzip: sizes.css,
});
await product.stop();
process.exit(0);
