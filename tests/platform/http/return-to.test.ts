import { expect, it } from 'vitest';
import { safeReturnTo } from '#app/platform/http/return-to.ts';

it.each([
  ['/', '/'],
  ['/courses/1?page=2#top', '/courses/1?page=2#top'],
  ['/tìm kiếm', '/tìm kiếm'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['evil.example', '/'],
  ['', '/'],
  [null, '/'],
  [['/a'], '/'],
])('%j leads to %s', (wanted, expected) => {
  expect(safeReturnTo(wanted)).toBe(expected);
});
