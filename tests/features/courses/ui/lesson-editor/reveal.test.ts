// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { applyEdit } from '#app/features/courses/ui/author/lesson-editor/apply-edit.ts';
import { scrollFor } from '#app/features/courses/ui/author/lesson-editor/reveal.ts';

it('leaves a field alone whose cursor is seen, and brings any other place into its upper third', () => {
  const field = { scrollTop: 300, clientHeight: 600 };
  expect(scrollFor(field, 300, 56)).toBeNull();
  expect(scrollFor(field, 844, 56)).toBeNull();
  expect(scrollFor(field, 860, 56)).toBe(660);
  expect(scrollFor(field, 250, 56)).toBe(50);
  expect(scrollFor(field, 10, 56)).toBe(0);
});

it('puts the cursor into what was inserted and shows it', () => {
  document.execCommand = () => false;
  window.scrollBy = vi.fn() as unknown as typeof window.scrollBy;
  const field = document.createElement('textarea');
  document.body.append(field);
  field.value = 'một\n'.repeat(200);
  Object.defineProperty(field, 'clientHeight', { value: 400 });
  const offsetTop = vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockReturnValue(4000);
  applyEdit(field, { from: 800, to: 800, text: '| Cột |\n', select: [802, 805] });
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('Cột');
  expect(field.scrollTop).toBeCloseTo(4000 - 400 / 3);
  expect(document.activeElement).toBe(field);
  offsetTop.mockRestore();
});
