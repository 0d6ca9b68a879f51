import { defineConfig } from 'prisma/config';

// `prisma generate` wants to download a schema engine that it does not use; barracks have no internet.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// One set of models, one tiny datasource per provider: scripts/generate.mjs joins them in a cache folder.
export default defineConfig({ schema: process.env.HOCTAP35_SCHEMA ?? '.cache/prisma/sqlite' });
