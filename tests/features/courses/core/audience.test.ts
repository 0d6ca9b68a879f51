import { describe, expect, it } from 'vitest';
import {
  filterMisses,
  isInAudience,
  isPosition,
  reasonsFor,
  typedPositions,
} from '#app/features/courses/core/audience.ts';

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

describe('an audience of units and groups', () => {
  const audience = { unitPaths: ['/q/', '/q/s1/', '/q/s2/'], groupIds: ['g1', 'g2'] };

  it('says by which of them it reaches a person, the nearest unit first', () => {
    expect(reasonsFor({ unitPath: '/q/s1/c1/', groupIds: ['g2', 'g9'] }, audience)).toEqual([
      { kind: 'unit', path: '/q/s1/' },
      { kind: 'unit', path: '/q/' },
      { kind: 'group', groupId: 'g2' },
    ]);
  });

  it('reaches a member of a group wherever the person serves, as far as the filter lets through', () => {
    const member = { ...soldier, unitPath: '/r/', groupIds: ['g1'] };
    const only = { unitPaths: [], groupIds: ['g1'] };
    expect(isInAudience(member, { ...only, filter: {} })).toBe(true);
    expect(isInAudience(member, { ...only, filter: { classes: ['officer'] } })).toBe(false);
    expect(isInAudience({ ...member, groupIds: [] }, { ...only, filter: {} })).toBe(false);
  });

  it('names every part of the filter that keeps a person out', () => {
    const filter = { classes: ['officer' as const], memberships: ['party' as const], positions: ['Trung đội trưởng'] };
    expect(filterMisses({ ...soldier, position: null }, filter)).toEqual(['class', 'membership', 'position']);
    expect(filterMisses({ ...soldier, position: 'trung doi truong' }, { positions: filter.positions })).toEqual([]);
  });
});

describe('isPosition', () => {
  it.each([
    ['Đại đội trưởng', 'dai doi truong', true],
    ['Phó Đại đội trưởng', 'Đại đội trưởng', false],
    ['Phó Đại đội trưởng', '*Đại đội trưởng', true],
    ['Chính trị viên phó', 'chính trị viên*', true],
    ['Chính trị viên', 'chính trị viên*', true],
    ['Trợ lý tuyên huấn', 'trợ*huấn', true],
    ['Trợ lý tuyên huấn', 'trợ*tuyên*', true],
    ['ab', 'ab*b', false],
    [null, '*', false],
    ['  Tiểu   đội trưởng', 'tieu doi truong', true],
  ])('%s is %s: %s', (position, wanted, expected) => {
    expect(isPosition(position, wanted)).toBe(expected);
  });
});

it('reads typed positions one to the line, each once', () => {
  expect(typedPositions('Đại đội trưởng\r\n\n dai  doi truong ;Chính trị viên*')).toEqual([
    'Đại đội trưởng',
    'Chính trị viên*',
  ]);
});
