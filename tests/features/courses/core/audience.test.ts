import { describe, expect, it } from 'vitest';
import { isInAudience } from '#app/features/courses/core/audience.ts';

const soldier = { unitPath: '/q/s1/c1/', personnelClass: 'enlisted', membership: 'youth' } as const;

describe('isInAudience', () => {
  it.each([
    ['the own unit', ['/q/s1/c1/'], {}, true],
    ['a unit above', ['/q/'], {}, true],
    ['one of several', ['/q/s2/', '/q/s1/'], {}, true],
    ['another division', ['/q/s2/'], {}, false],
    ['a unit below the own one', ['/q/s1/c1/t1/'], {}, false],
    ['a unit whose name begins alike', ['/q/s1/c/'], {}, false],
    ['no unit', [], {}, false],
    ['the own class', ['/q/'], { classes: ['enlisted' as const] }, true],
    ['another class', ['/q/'], { classes: ['officer' as const] }, false],
    ['another membership', ['/q/'], { memberships: ['party' as const] }, false],
    ['empty lists', ['/q/'], { classes: [], memberships: [] }, true],
    [
      'class right, membership wrong',
      ['/q/'],
      { classes: ['enlisted' as const], memberships: ['party' as const] },
      false,
    ],
  ])('%s', (_name, unitPaths, filter, expected) => {
    expect(isInAudience(soldier, { unitPaths, filter })).toBe(expected);
  });
});
