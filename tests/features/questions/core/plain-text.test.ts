import { describe, expect, it } from 'vitest';
import { plainText } from '#app/features/questions/core/plain-text.ts';
import { processorMs } from '#tests/processor-time.ts';

describe('plain text of Markdown', () => {
  it.each([
    ['**Đậm** và *nghiêng* và _nghiêng_', 'Đậm và nghiêng và nghiêng'],
    ['Xem [Điều 5](https://example.vn/5)', 'Xem Điều 5'],
    ['![Sơ đồ](/media/1.png)', 'Sơ đồ'],
    ['- một\n- hai', 'một hai'],
    ['## Mục\n\n> trích', 'Mục trích'],
    ['| A | B |\n|---|:--:|\n| 1 | 2 |', 'A B 1 2'],
    ['gõ `git`', 'gõ git'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['ten_tep_tin', 'ten_tep_tin'],
    ['Điền vào ____ cho đúng', 'Điền vào ____ cho đúng'],
    ['1\\. không phải danh sách \\*', '1. không phải danh sách *'],
    ['35-NQ/TW', '35-NQ/TW'],
    ['', ''],
  ])('of %j is %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('reads the longest hostile stem at once', async () => {
    const took = await processorMs(() => {
      for (const char of ['-', '*', '`', '[', '_', '| ', '~', '> ']) plainText(`${char.repeat(10_000)}x`);
    });
    expect(took).toBeLessThan(5000);
  });
});
