import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmSeconds } from '#app/features/media/core/film-seconds.ts';
import { judgeFile } from '#app/features/media/core/judge-file.ts';
import { mediaName, mediaText, withMedia } from '#app/features/media/core/media-name.ts';
import { mediaTypeOf } from '#app/features/media/core/media-type.ts';
import { pictureSizeOf } from '#app/features/media/core/picture-size.ts';
import { renderMarkdown } from '#app/platform/documents/markdown.server.ts';
import * as files from '../files.ts';

const ends = (bytes: Uint8Array) => ({ head: bytes, tail: bytes });

describe('The type of a file', () => {
  it.each([
    ['a PNG', files.png(), 'image/png'],
    ['a GIF', files.gif(), 'image/gif'],
    ['a JPEG', files.jpeg(), 'image/jpeg'],
    ['a WebP', files.webp(), 'image/webp'],
    ['a WAV', files.wav, 'audio/wav'],
    ['an MP3 with a title', files.mp3, 'audio/mpeg'],
    ['an MP3 without', files.mp3Bare, 'audio/mpeg'],
    ['an Ogg with Opus', files.ogg, 'audio/ogg'],
    ['an M4A', files.m4a, 'audio/mp4'],
    ['a PDF', files.pdf, 'application/pdf'],
    ['a Word document', files.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a Word document with a program in it', files.docm, null],
    ['any other archive', files.zip, null],
    ['an Ogg film', files.oggVideo, null],
    ['a film', files.mp4, 'video/mp4'],
    ['a film for the web', files.webm, 'video/webm'],
    ['a film in a frame that no browser here plays', files.mkv, null],
    ['sound in the frame of a film', files.mp4OfSound, 'audio/mp4'],
    ['an SVG', files.svg, null],
    ['a page', files.html, null],
    ['a program', files.exe, null],
    ['nothing', new Uint8Array(), null],
    ['a cut PNG', files.png().subarray(0, 6), null],
  ])('is told by its content: %s', (_what, bytes, type) => {
    expect(mediaTypeOf(ends(bytes))).toBe(type);
  });

  it('is found or not for any bytes, without failing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.constantFrom(files.png(), files.jpeg(), files.webp(), files.ogg),
        (noise, start) => {
          for (const bytes of [noise, Buffer.concat([start.subarray(0, noise.length % start.length), noise])]) {
            const type = mediaTypeOf(ends(bytes));
            const size = type && pictureSizeOf(type, bytes);
            expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('The size of a picture', () => {
  it.each([
    ['image/png', files.png(800, 600), { width: 800, height: 600 }],
    ['image/gif', files.gif(3, 4), { width: 3, height: 4 }],
    ['image/jpeg', files.jpeg(640, 480), { width: 640, height: 480 }],
    ['image/webp', files.webp(100, 50), { width: 100, height: 50 }],
    ['image/png', files.png().subarray(0, 18), null],
    ['image/jpeg', files.jpeg().subarray(0, 20), null],
    ['application/pdf', files.pdf, null],
  ] as const)('of %s', (type, bytes, size) => {
    expect(pictureSizeOf(type, bytes)).toEqual(size);
  });
});

describe('The length of a film', () => {
  it.each([
    ['in thousandths', files.film({ scale: 1000, duration: 90_500 }), 90.5],
    ['in 64 bits', files.film({ scale: 90_000, duration: 90_000 * 3600, isLong: true }), 3600],
    ['that says nothing', files.mp4, null],
    ['of no scale', files.film({ scale: 0, duration: 5 }), null],
    ['of nothing', files.film({ scale: 1000, duration: 0 }), null],
    ['that breaks off', files.film({ scale: 1000, duration: 5000 }).subarray(0, 48), null],
  ])('%s', (_what, bytes, seconds) => {
    expect(filmSeconds(ends(bytes))).toBe(seconds);
    expect(filmSeconds({ head: new Uint8Array(), tail: bytes })).toBe(seconds);
  });
});

describe('A file', () => {
  const judge = (bytes: Uint8Array, purpose: 'content' | 'personal' = 'content', byteSize = bytes.length) => {
    const verdict = judgeFile({ ...ends(bytes), byteSize }, purpose);
    return verdict.kind === 'good' ? verdict.type : verdict.problem;
  };

  it.each([
    [files.png(), 'content', undefined, 'image/png'],
    [files.png(), 'personal', undefined, 'image/png'],
    [files.wav, 'content', undefined, 'audio/wav'],
    [files.wav, 'personal', undefined, 'not-allowed'],
    [files.pdf, 'personal', undefined, 'application/pdf'],
    [files.pdf, 'content', undefined, 'application/pdf'],
    [files.svg, 'content', undefined, 'unknown-type'],
    [new Uint8Array(), 'content', undefined, 'empty'],
    [files.png(), 'content', 15 * 1024 * 1024 + 1, 'too-large'],
    [files.webm, 'content', 150 * 1024 * 1024, 'video/webm'],
    [files.webm, 'content', 200 * 1024 * 1024 + 1, 'too-large'],
    [files.webm, 'personal', undefined, 'not-allowed'],
    [files.wav, 'content', 5 * 1024 * 1024 + 1, 'audio/wav'],
    [files.png(20_000, 20_000), 'content', undefined, 'too-many-pixels'],
    [files.png(0, 5), 'content', undefined, 'unknown-type'],
  ] as const)('%# is judged by content, purpose and size', (bytes, purpose, size, expected) => {
    expect(judge(bytes, purpose, size)).toBe(expected);
  });
});

describe('The name of a file', () => {
  it.each([
    ['Sơ đồ tổ chức.png', 'Sơ đồ tổ chức.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['C:\\Users\\an\\ảnh.JPG', 'ảnh.png'],
    ['virus.exe', 'virus.png'],
    ['ảnh\u202egnp.exe', 'ảnh gnp.png'],
    ['a\u0000b\r\nSet-Cookie: x=1.png', 'a b Set-Cookie x=1.png'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['...', 'tep.png'],
    ['', 'tep.png'],
  ])('%j is kept as %j', (given, kept) => {
    expect(mediaName(given, 'image/png')).toBe(kept);
  });

  it('is never a path and never long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (given) => {
        const name = mediaName(given, 'application/pdf');
        expect(name).toMatch(/^[^/\\\p{Cc}"]{1,120}\.pdf$/u);
      }),
    );
  });
});

describe('A picture put into a text', () => {
  it.each([
    ['', 0, 'M'],
    ['Nhìn |và', 5, 'Nhìn M|và'],
    ['Hỏi', 99, 'HỏiM'],
    ['| a | b |', 9, '| a | b |\n\nM'],
    ['| a | b |\n\nvà', 9, '| a | b |\n\nM\n\nvà'],
    ['| a | b |', 4, '| a M| b |'],
    ['| a |\n|---|\n| b |', 5, '| a |M\n|---|\n| b |'],
  ])('%j at %i is %j', (text, at, expected) => {
    expect(withMedia(text, at, 'M')).toBe(expected);
  });
});

describe('The text that shows a file', () => {
  const id = 'a'.repeat(64);

  it('shows a picture with its words, a sound under its name', () => {
    expect(renderMarkdown(mediaText({ id, type: 'image/png', alt: 'Sơ đồ' }))).toContain(
      `<img src="/media/${id}" alt="Sơ đồ"`,
    );
    const sound = renderMarkdown(mediaText({ id, type: 'audio/mpeg', alt: 'Quốc ca' }));
    expect(sound).toContain(`<audio controls preload="none" src="/media/${id}" aria-label="Quốc ca">`);
  });

  it('shows no picture without words', () => {
    for (const text of [`![](media:${id})`, `![ ](media:${id})`, `![audio:](media:${id})`]) {
      expect(renderMarkdown(text)).not.toMatch(/<(img|audio)/);
    }
  });

  it('brings in nothing but the picture, whatever its words are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.constantFrom('"><script>alert(1)</script>', '](x) ![a](b', '" onerror="alert(1)'),
        ),
        (alt) => {
          const html = renderMarkdown(mediaText({ id, type: 'image/png', alt }));
          expect(html.match(/<[a-z]+/g)!.filter((tag) => !['<p', '<img', '<br', '<span'].includes(tag))).toEqual([]);
          expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<img[^>]* on/);
        },
      ),
    );
  });

  it.each(['media:abc', `media:${id}/../x`, `media:${id.toUpperCase()}x`, 'media:javascript'])(
    'leads nowhere else: %s',
    (source) => {
      expect(renderMarkdown(`![a](${source})`)).not.toMatch(/<img/);
      expect(renderMarkdown(`[a](${source})`)).not.toMatch(/<a /);
    },
  );
});
