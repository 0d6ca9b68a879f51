/**
 * The built product alone, without looking for what to install or build: a bench starts it hundreds of times. With
 * BENCH_SYNCHRONOUS=OFF SQLite runs without flushing, which the product itself refuses: the control run of `power-cut`.
 */
import cluster from 'node:cluster';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

if (process.env.BENCH_SYNCHRONOUS === 'OFF') {
  const { pragma } = Database.prototype;
  Database.prototype.pragma = function (source, options) {
    if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = OFF', options);
    if (source === 'synchronous') return 2;
    return pragma.call(this, source, options);
  };
}
const wanted = Number(process.env.BENCH_PROCESSES ?? 1);
if (wanted > 1 && cluster.isPrimary) {
  // Several whole servers behind one port: what docs/decisions/011 measured.
  let listening = 0;
  cluster.on('listening', (_worker, { port }) => {
    listening += 1;
    if (listening === wanted) console.log(`localhost:${port}`);
  });
  for (let count = 0; count < wanted; count += 1) cluster.fork();
  process.on('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.process.kill('SIGTERM');
    cluster.on('exit', () => Object.keys(cluster.workers).length === 0 && process.exit(0));
  });
} else await serve();

async function serve() {
  const product = await import(pathToFileURL(path.join(process.env.HOCTAP35_ROOT, 'build/server/index.js')).href);
  const served = await product.entry.module.bootAndServe(product);
  process.on('SIGTERM', async () => {
    await served.close();
    process.exit(0);
  });
  if (cluster.isPrimary) console.log(`localhost:${served.port}`);
}
