import { expect, it } from 'vitest';
import { shownExcerpt } from '#app/features/questions/ui/imports/shown-excerpt.ts';

it('shows a picture by its words and never its address, not even where the excerpt ends within it', () => {
  expect(shownExcerpt('Hình nào? ![](attached:image1.png) đúng', 'ảnh')).toBe('Hình nào? [ảnh] đúng');
  expect(shownExcerpt('![Lá cờ](media:f1f5', 'ảnh')).toBe('[Lá cờ]');
  expect(shownExcerpt('Không có ảnh (chỉ chữ).', 'ảnh')).toBe('Không có ảnh (chỉ chữ).');
});
