import { describe, expect, it } from 'vitest';
import { renderDocument, renderMarkdown } from '#app/platform/documents/markdown.server.ts';

const blocks = {
  ...{ note: 'Lưu ý', caution: 'Cảnh báo', important: 'Quan trọng', example: 'Ví dụ', source: 'Nguồn:' },
  ...{ checkInside: 'Không ở đây', deadLink: '(không còn)' },
};
const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng', blocks };
const linked = new Set(['nghi-quyet-35']);
const html = (text: string, options = {}) => renderDocument(text, words, { linked, ...options }).html;

describe('a link into the library', () => {
  it('leads to the thing where the reader may open it', () => {
    expect(html('Xem [Nghị quyết **35**](library:nghi-quyet-35).')).toBe(
      '<p>Xem <a href="/library/nghi-quyet-35">Nghị quyết <strong>35</strong></a>.</p>\n',
    );
  });

  it('is words alone where the thing is not there', () => {
    expect(html('Xem [bản *cũ*](library:khac) và [mới](/courses).')).toBe(
      '<p>Xem bản <em>cũ</em> và <a href="/courses">mới</a>.</p>\n',
    );
  });

  it('tells its author while the text is written', () => {
    expect(html('[bản cũ](library:khac)', { isDraft: true })).toContain(
      '<span class="dead-link">bản cũ <small>(không còn)</small></span>',
    );
  });

  it('is followed in the source of a quotation too', () => {
    expect(html('::: trich-dan [NQ](library:nghi-quyet-35)\nNguyên văn.\n:::')).toContain(
      '<a href="/library/nghi-quyet-35">NQ</a></figcaption>',
    );
  });

  it.each(['library:', 'library:../media', 'library:a b', 'library:a"b', 'LIBRARY:x'])('is none: %s', (target) => {
    expect(html(`[x](${target})`)).not.toContain('href="/library');
  });

  it('never leads out of a question', () => {
    expect(renderMarkdown('[x](library:nghi-quyet-35)')).toBe('<p>x</p>\n');
  });
});
