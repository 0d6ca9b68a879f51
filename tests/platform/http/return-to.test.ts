import { expect, it } from 'vitest';
import { safeReturnTo } from '#app/platform/http/return-to.ts';

it.each([
  ['/', '/'],
  ['/courses/1?page=2#top', '/courses/1?page=2#top'],
  ['/t%C3%ACm', '/t%C3%ACm'],
  // A Location header takes ASCII alone.
  ['/tìm kiếm?q=ả', '/t%C3%ACm%20ki%E1%BA%BFm?q=%E1%BA%A3'],
  ['/\ud800', '/%EF%BF%BD'],
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
