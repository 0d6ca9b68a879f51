import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorsOf, childPath, depthOf, idsBelow, idsOf, isWithin, pathUpperBound } from '#app/kernel/unit-path.ts';

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,6}$/);
const path = fc.array(id, { minLength: 1, maxLength: 5 }).map((ids) => `/${ids.join('/')}/`);

describe('unit paths', () => {
  it('grow from the top down', () => {
    const corps = childPath(null, 'qd');
    expect(corps).toBe('/qd/');
    expect(childPath(corps, 'f1')).toBe('/qd/f1/');
    expect(() => childPath(corps, 'a/b')).toThrow(RangeError);
    expect(() => childPath(corps, '')).toThrow(RangeError);
  });

  it.each([
    ['/a/', '/a/', true],
    ['/a/b/', '/a/', true],
    ['/a1/', '/a/', false],
    ['/a/', '/a/b/', false],
    ['/b/a/', '/a/', false],
  ])('%s lies within %s: %s', (inner, outer, within) => {
    expect(isWithin(inner, outer)).toBe(within);
  });

  it.each([
    ['/f/', '/f/e1/d2/', ['d2', 'e1']],
    ['/f/e1/', '/f/e1/', ['e1']],
    ['/f/e1/', '/f/', ['f']],
    ['/f/e1/', '/f/e2/d1/', ['d1', 'e2']],
  ])('within %s are told apart: %s', (top, inner, ids) => {
    expect(idsBelow(top, inner)).toEqual(ids);
  });

  it('are within an ancestor exactly when the range scan finds them', () => {
    const pair = fc.oneof(
      fc.tuple(path, path),
      fc.tuple(path, path).map(([outer, rest]) => [outer, outer + rest.slice(1)] as [string, string]),
      fc.tuple(path, id).map(([outer, more]) => [outer, `${outer.slice(0, -1)}${more}/`] as [string, string]),
    );
    fc.assert(
      fc.property(pair, ([outer, inner]) => {
        expect(inner >= outer && inner < pathUpperBound(outer)).toBe(isWithin(inner, outer));
      }),
    );
  });

  it('know what lies above them', () => {
    expect(ancestorsOf('/a/b/c/')).toEqual(['/a/', '/a/b/']);
    expect(ancestorsOf('/a/')).toEqual([]);
    expect(idsOf('/a/b/')).toEqual(['a', 'b']);
    fc.assert(
      fc.property(path, (some) => {
        expect(ancestorsOf(some)).toHaveLength(depthOf(some) - 1);
        for (const ancestor of ancestorsOf(some)) expect(isWithin(some, ancestor)).toBe(true);
      }),
    );
  });
});
