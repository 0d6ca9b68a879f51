/** A reporter of Vitest for what the JSON report leaves out: errors that belong to no test, which end a run with exit code 1. */
export default class UnhandledErrors {
  onTestRunEnd(_modules, unhandledErrors) {
    for (const error of unhandledErrors) {
      const place = error.VITEST_TEST_PATH ?? error.VITEST_TEST_NAME ?? 'no test';
      console.log(`\nunhandled in ${place}: ${error.stack ?? error.message ?? String(error)}`);
      if (error.cause) console.log(`caused by: ${error.cause.stack ?? error.cause.message ?? String(error.cause)}`);
    }
  }
}
