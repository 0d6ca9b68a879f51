import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { targets, tried } from '#tests/bench/fuzz/targets.ts';
import { processorMs } from '#tests/processor-time.ts';

// A slice of `npm run bench -- fuzz-import`, which throws 200,000 at each.
const INPUTS = 2000;
/** Unpacked parts are long, and the suite is to stay short. */
const PACKED = new Set(['qti-package', 'docx', 'xlsx', 'file', 'moodle-xml', 'qti-item']);
const PACKED_INPUTS = 400;
/** In milliseconds; far above what any takes, and below a person's patience on a busy machine. */
const LONGEST = 5000;

describe('spoilt files', () => {
  it.each(Object.keys(targets))(
    '%s: read, or refused with a reason, and never half a question',
    async (name) => {
      const attempt = await targets[name]!();
      let longest = 0;
      const inputs = PACKED.has(name) ? PACKED_INPUTS : INPUTS;
      for (let index = 0; index < inputs; index += 1) {
        const one = attempt(seededRandom(`suite/${name}/${index}`));
        const took = await processorMs(() =>
          tried(one).catch((error: unknown) => {
            throw new Error(`input ${index}: ${String(error)}`);
          }),
        );
        longest = Math.max(longest, took);
      }
      expect(longest).toBeLessThan(LONGEST);
    },
    120_000,
  );
});
