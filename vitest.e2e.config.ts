import { defineConfig } from 'vitest/config';

/** The stories in a real browser against the real server; one file after the other, they share one server. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/server.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // As patient as the stories' other waits: the machine is shared.
    expect: { poll: { timeout: 45_000 } },
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
