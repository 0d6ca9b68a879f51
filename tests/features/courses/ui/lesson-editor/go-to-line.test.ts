// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { goToLine } from '#app/features/courses/ui/author/lesson-editor/scroll-in-step.ts';

it('puts the cursor at the line, or right where something of it is to be written', () => {
  HTMLCanvasElement.prototype.getContext = () => null;
  const field = document.createElement('textarea');
  document.body.append(field);
  field.value = 'một\n- ![](media:a)\n![](media:b)';
  goToLine(field, 1);
  expect(field.selectionStart).toBe(4);
  goToLine(field, 1, '![');
  expect(field.value.slice(field.selectionStart)).toMatch(/^\]\(media:a\)/);
  goToLine(field, 0, '![');
  expect(field.selectionStart).toBe(0);
});
