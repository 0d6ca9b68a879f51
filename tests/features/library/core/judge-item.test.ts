import { describe, expect, it } from 'vitest';
import { differingFields, type ItemFields, isStale } from '#app/features/library/core/item.ts';
import { judgeItem } from '#app/features/library/core/judge-item.ts';
import type { MediaKind } from '#app/features/media/core/media-type.ts';

const hash = 'a'.repeat(64);
const item = (change: Partial<ItemFields> = {}): ItemFields => ({
  ...{ kind: 'document', title: 'Quy định', body: '', topic: 'Văn bản', tags: [], source: 'Bộ Quốc phòng' },
  ...{ symbol: '', link: '', issuedOn: '2025-07-26', asOf: '2026-11-22', mediaId: null, mediaAlt: '', ...change },
});

describe('a thing of the library is judged as a whole', () => {
  it.each<[string, Partial<ItemFields>, MediaKind | null, string[]]>([
    ['a document may be known by its number alone', {}, null, []],
    ['a document may carry a PDF', { mediaId: hash }, 'document', []],
    ['a scanned document needs words', { mediaId: hash }, 'picture', ['mediaAlt no-alt']],
    ['a document carries no film', { mediaId: hash }, 'film', ['mediaId not-for-reading']],
    ['an article needs its text', { kind: 'article' }, null, ['body no-text']],
    ['an article may have its text in a file', { kind: 'article', mediaId: hash }, 'document', []],
    ['an article may have its text here', { kind: 'article', body: 'Toàn văn.' }, null, []],
    ['a picture needs a file', { kind: 'picture' }, null, ['mediaId no-file']],
    ['a picture needs words', { kind: 'picture', mediaId: hash }, 'picture', ['mediaAlt no-alt']],
    ['a picture with words is good', { kind: 'picture', mediaId: hash, mediaAlt: 'Lá cờ' }, 'picture', []],
    ['a picture is no PDF', { kind: 'picture', mediaId: hash }, 'document', ['mediaId not-a-picture']],
    ['a clip is a film', { kind: 'clip', mediaId: hash }, 'film', []],
    ['a clip is a sound', { kind: 'clip', mediaId: hash }, 'sound', []],
    ['a clip is no picture', { kind: 'clip', mediaId: hash }, 'picture', ['mediaId not-a-clip']],
    ['a file that is gone is told', { mediaId: hash }, null, ['mediaId file-gone']],
    ['nothing holds beyond today', { asOf: '2026-11-24' }, null, ['asOf future']],
    ['nothing is issued tomorrow', { issuedOn: '2026-11-24' }, null, ['issuedOn future', 'asOf before-issue']],
    ['nothing is known before it was issued', { asOf: '2025-07-25' }, null, ['asOf before-issue']],
    ['a day of issue need not be known', { issuedOn: null }, null, []],
  ])('%s', (_, change, file, expected) => {
    const problems = judgeItem(item(change), file, '2026-11-23');
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});

describe('two states of a thing', () => {
  it('differ where their values do, tags by their words', () => {
    expect(differingFields(item({ tags: ['a'] }), item({ tags: ['a'] }))).toEqual([]);
    expect(differingFields(item({ tags: ['a'] }), item({ tags: ['b'], title: 'Khác' }))).toEqual(['title', 'tags']);
  });
});

it.each([
  ['2025-11-23', false],
  ['2025-11-22', true],
])('what was looked at on %s wants another look: %s', (asOf, expected) => {
  expect(isStale(asOf, '2026-11-23')).toBe(expected);
});
