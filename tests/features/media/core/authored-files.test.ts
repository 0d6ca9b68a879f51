import { describe, expect, it } from 'vitest';
import { captionHints } from '#app/features/courses/core/lesson-editor/caption-hints.ts';
import { chosenFiles } from '#app/features/media/core/chosen-files.ts';
import { waveSeconds } from '#app/features/media/core/film-seconds.ts';
import { mayRemove } from '#app/features/media/core/may-remove.ts';
import type { AuthoredFile } from '#app/features/media/core/media-use.ts';
import { smallerWidths } from '#app/features/media/core/picture-size.ts';
import { variantWidths } from '#app/platform/files/media-store.server.ts';

const file = (part: Partial<AuthoredFile>): AuthoredFile => ({
  ...{ id: 'a', kind: 'picture', name: 'Sơ đồ.png', byteSize: 1, width: 1, height: 1, seconds: null },
  ...{ createdAt: '2026-11-23T00:00:00Z', uploader: null, isOwn: false, captions: [], uses: [], isUnused: false },
  ...part,
});

describe('the files of the own units', () => {
  const use = { mediaId: 'b', kind: 'lesson', title: 'Bài mở đầu', within: 'Khóa 35', to: '/' } as const;
  const files = [
    file({ id: 'picture', isUnused: true }),
    file({ id: 'film', kind: 'film', name: 'phim.mp4', uses: [use] }),
    file({ id: 'told', kind: 'film', name: 'phim2.mp4', captions: ['vi'] }),
    file({ id: 'sound', kind: 'sound', name: 'ghi.mp3' }),
  ];
  const any = { search: '', kind: null, state: null };
  it.each([
    [any, ['picture', 'film', 'told', 'sound']],
    [{ ...any, kind: 'film' }, ['film', 'told']],
    [{ ...any, state: 'unused' }, ['picture']],
    [{ ...any, state: 'no-captions' }, ['film', 'sound']],
    [{ ...any, search: 'so do' }, ['picture']],
    [{ ...any, search: 'MO DAU' }, ['film']],
    [{ ...any, search: 'khong co' }, []],
  ] as const)('are found by %j', (filter, ids) => expect(chosenFiles(files, filter).map(({ id }) => id)).toEqual(ids));

  it.each([
    [{ isUnused: false, isOwn: true }, 'used'],
    [{ isUnused: true, isOwn: true }, 'yes'],
    [{ isUnused: true, isOwn: false }, 'young'],
    [{ isUnused: true, isOwn: false, createdAt: '2026-11-21T23:00:00Z' }, 'yes'],
  ] as const)('may go when nobody needs them: %j', (part, answer) =>
    expect(mayRemove(file(part), new Date('2026-11-23T01:00:00Z'))).toBe(answer),
  );
});

describe('smaller forms of a picture', () => {
  it.each([
    ['image/jpeg', 1600, [480, 960]],
    ['image/png', 1000, [480]],
    ['image/png', 500, []],
    ['image/gif', 1600, []],
    ['image/webp', 1600, []],
    ['image/jpeg', null, []],
  ])('of %s with %s pixels across are %j', (type, width, widths) => {
    expect(smallerWidths(type, { width })).toEqual(widths);
  });
  it('are those that the disk keeps', () =>
    expect(smallerWidths('image/png', { width: 9999 })).toEqual([...variantWidths]));
});

describe('how long a WAV plays', () => {
  const head = Buffer.alloc(44);
  head.write('RIFF....WAVEfmt ', 0, 'latin1');
  it('is told by its bytes', () => {
    head.writeUInt32LE(8000, 28);
    expect(waveSeconds(head, 44 + 20_000)).toBe(2.5);
    expect(waveSeconds(head, 44)).toBeNull();
    expect(waveSeconds(head.subarray(0, 20), 20_000)).toBeNull();
    head.writeUInt32LE(0, 28);
    expect(waveSeconds(head, 20_000)).toBeNull();
  });
});

describe('films and sounds without captions', () => {
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  const body = `Chữ\n![video: Phim](media:${a} "Chú thích") ![audio:Tiếng](media:${b})\n![video: Phim](media:${a})\n![Ảnh](media:${b})`;
  it('are named once, by line', () => {
    expect(captionHints(body, [a, b])).toEqual([
      { line: 2, mediaId: a, name: 'Phim' },
      { line: 2, mediaId: b, name: 'Tiếng' },
    ]);
    expect(captionHints(body, [])).toEqual([]);
  });
});
