import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

type Engine = typeof import('@prisma/schema-engine-wasm');
let loaded: Promise<Engine['SchemaEngine']> | undefined;

/** Prisma's schema engine as WebAssembly: the same engine as `prisma migrate`, without a download. Node 20 cannot import .wasm. */
async function load(): Promise<Engine['SchemaEngine']> {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@prisma/schema-engine-wasm').replace(/[^/\\]+$/, '');
  const glue = await import(/* @vite-ignore */ pathToFileURL(`${folder}schema_engine_bg.js`).href);
  const { instance } = await WebAssembly.instantiate(await readFile(`${folder}schema_engine_bg.wasm`), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return glue.SchemaEngine;
}

/** A schema engine on the database that `factory` reaches, and how to let go of its connections. */
export async function schemaEngine(factory: SqlMigrationAwareDriverAdapterFactory, datamodels: [string, string][]) {
  loaded ??= load();
  const SchemaEngine = await loaded;
  const connections: SqlDriverAdapter[] = [];
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => remember(await factory.connect()),
    connectToShadowDb: async () => remember(await factory.connectToShadowDb()),
  };
  const remember = (connection: SqlDriverAdapter) => {
    connections.push(connection);
    return connection;
  };
  const bound = bindMigrationAwareSqlAdapterFactory(remembering);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, bound);
  const dispose = async () => {
    engine.free();
    for (const connection of connections) await connection.dispose();
  };
  return { engine, dispose };
}
