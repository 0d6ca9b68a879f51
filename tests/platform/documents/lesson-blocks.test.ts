import { describe, expect, it } from 'vitest';
import { documentChecks, renderDocument } from '#app/platform/documents/markdown.server.ts';

const blocks = {
  note: 'Lưu ý',
  caution: 'Cảnh báo',
  important: 'Quan trọng',
  example: 'Ví dụ',
  source: 'Nguồn:',
  checkInside: 'Đứng riêng',
};
const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng', blocks };
const id = 'a'.repeat(64);
const file = {
  kind: 'film' as const,
  note: 'PDF, 1 MB',
  width: 640,
  height: 360,
  captions: [{ lang: 'vi', label: 'Tiếng Việt' }],
};
const html = (text: string, options = {}) => renderDocument(text, words, { isDraft: false, ...options }).html.trim();

describe('The blocks of a lesson', () => {
  it.each([
    ['::: luu-y\nA\n:::', '<aside class="notice-block note"><p class="label">Lưu ý</p>\n<p>A</p>\n</aside>'],
    [
      '::: canh-bao Coi *chừng*\nA\n:::',
      '<aside class="notice-block caution"><p class="label">Cảnh báo: Coi <em>chừng</em></p>\n<p>A</p>\n</aside>',
    ],
    [
      '::: trich-dan Điều 2 <b>\nA\n:::',
      '<figure class="quotation"><blockquote>\n<p>A</p>\n</blockquote><figcaption><span class="sr-only">Nguồn: </span>Điều 2 &lt;b&gt;</figcaption></figure>',
    ],
    ['::: trich-dan\nA\n:::', '<figure class="quotation"><blockquote>\n<p>A</p>\n</blockquote></figure>'],
    ['::: gap Xem\nA\n:::', '<details class="fold"><summary>Xem</summary>\n<p>A</p>\n</details>'],
    ['::: khong-co\nA\n:::', '<p>::: khong-co\nA\n:::</p>'],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('opens folds on paper', () => {
    expect(html('::: gap Xem\nA\n:::', { isOnPaper: true })).toContain('<details class="fold" open>');
  });

  it('shows pictures with captions, films with tracks, sounds, and attachments with their kind', () => {
    const files = new Map([[id, file]]);
    expect(html(`![Lời tả](media:${id} "Hình 1")`, { files })).toBe(
      `<figure class="figure"><img src="/media/${id}" alt="Lời tả" width="640" height="360" loading="lazy" decoding="async" class="picture"><figcaption>Hình 1</figcaption></figure>`,
    );
    const film = html(`![video: Phim](media:${id})`, { files });
    expect(film).toContain(
      `<track kind="captions" src="/media/${id}/captions/vi" srclang="vi" label="Tiếng Việt" default>`,
    );
    expect(film).toContain('<figcaption><span class="name">Phim</span></figcaption>');
    expect(html(`![audio: Nhạc](media:${id})`)).toContain('<audio controls preload="none"');
    expect(html(`[Mẫu](media:${id})`, { files })).toBe(
      `<p class="attachment"><a href="/media/${id}">Mẫu</a> (PDF, 1 MB)</p>`,
    );
    expect(html(`xem [Mẫu](media:${id}) nhé`, { files })).not.toContain('attachment');
  });

  it('shows no picture without words, whatever its caption says', () => {
    for (const text of [`![](media:${id} "Hình 1")`, `![video: ](media:${id})`])
      expect(html(text)).not.toMatch(/<img|<video/);
  });

  it('lets nothing out of an attribute', () => {
    const drawn = html(`![a" onerror="x](media:${id} "b\\" onload=\\"y")\n\n::: gap <img src=x onerror=z>\nA\n:::`);
    expect(drawn.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\son(error|load)=/);
  });
});

describe('A check within a text', () => {
  const check = '::: tu-kiem-tra mo\nCâu 1. Ai?\nA. Một\nĐáp án: A\n:::';

  it('leaves a mark alone, and its source is for the server', () => {
    expect(html(`đầu\n\n${check}\n\ncuối`)).toBe('<p>đầu</p>\n<!--tu-kiem-tra:1--><p>cuối</p>');
    expect(documentChecks(`đầu\n\n${check}\n\n::: tu-kiem-tra ma-1\n:::`)).toEqual([
      { number: 1, info: 'mo', source: 'Câu 1. Ai?\nA. Một\nĐáp án: A' },
      { number: 2, info: 'ma-1', source: '' },
    ]);
  });

  it('shows nothing of itself within another block, nor where it is not closed', () => {
    expect(html(`:::: gap Xem\n${check}\n::::`)).not.toContain('Đáp án');
    expect(documentChecks(`:::: gap Xem\n${check}\n::::`)).toEqual([]);
    expect(html(check.replace(/\n:::$/, ''))).not.toContain('Đáp án');
    expect(html(`> ${check.replaceAll('\n', '\n> ')}`)).not.toContain('Đáp án');
  });

  it('cannot be forged by words', () => {
    expect(html('<!--tu-kiem-tra:1-->')).not.toContain('<!--');
  });
});
