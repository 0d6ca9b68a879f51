/**
 * The built product alone, without looking for what to install or build: a bench starts it hundreds of times. With
 * BENCH_SYNCHRONOUS=OFF SQLite runs without flushing, which the product itself refuses: the control run of `power-cut`.
 */
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
const product = await import(pathToFileURL(path.join(process.env.HOCTAP35_ROOT, 'build/server/index.js')).href);
const served = await product.entry.module.bootAndServe(product);
process.on('SIGTERM', async () => {
  await served.close();
  process.exit(0);
});
console.log(`localhost:${served.port}`);
