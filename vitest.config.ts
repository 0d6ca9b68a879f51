import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files of one worker share the modules that they import, which is most of what a file costs. Each has a database of
    // its own; what it changes elsewhere (the clock, globals, the environment) it puts back.
    isolate: false,
    maxWorkers: 2,
  },
});
