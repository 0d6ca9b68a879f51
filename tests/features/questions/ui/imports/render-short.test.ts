import { expect, it } from 'vitest';
import { renderShort, renderShortInline } from '#app/features/questions/ui/imports/render-short.ts';
import type { ShownFile } from '#app/platform/documents/lesson-blocks.server.ts';
import { renderMarkdown, renderMarkdownInline } from '#app/platform/documents/markdown.server.ts';

const wide = 'ab'.repeat(32);
const small = 'cd'.repeat(32);
const pictures = {
  [wide]: { width: 1200, height: 800, widths: [480, 960] },
  [small]: { width: 300, height: 200, widths: [] },
};
const files = new Map<string, ShownFile>(
  Object.entries(pictures).map(([id, forms]) => [id, { kind: 'picture', note: '', captions: [], ...forms }]),
);

it.each([
  ['in several widths', `Xem ![bản đồ "cũ"](media:${wide}) rồi chọn.`],
  ['in one width', `![huy hiệu](media:${small})`],
  ['of which nothing is known', `![ảnh](media:${'ef'.repeat(32)})`],
  ['without words', `![](media:${wide})`],
])('a picture %s is drawn in the browser as the server draws it', (name, text) => {
  if (name === 'without words') expect(renderShort(text, pictures)).not.toContain('<img');
  else {
    expect(renderShort(text, pictures)).toBe(renderMarkdown(text, files));
    expect(renderShortInline(text, pictures)).toBe(renderMarkdownInline(text, files));
  }
});

it('is drawn anew when more becomes known of its pictures', () => {
  const text = `![bản đồ](media:${wide})`;
  expect(renderShort(text)).not.toContain('srcset');
  expect(renderShort(text, pictures)).toContain(`srcset="/media/${wide}/480 480w`);
  expect(renderShort(text)).not.toContain('srcset');
});
