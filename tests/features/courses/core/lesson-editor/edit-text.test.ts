import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  continued,
  indented,
  prefixed,
  type Selected,
  type TextEdit,
  tableBlock,
  withBlock,
  withContainer,
  wrapped,
} from '#app/features/courses/core/lesson-editor/edit-text.ts';

/** 'một |hai| ba': bars stand where the selection begins and ends, one bar is the cursor. */
function field(marked: string): Selected {
  const start = marked.indexOf('|');
  const last = marked.lastIndexOf('|');
  const text = marked.replaceAll('|', '');
  return { text, start, end: last === start ? start : last - 1 };
}

function done({ text }: Selected, edit: TextEdit | null): string {
  if (!edit) return 'null';
  const after = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  const [start, end] = edit.select;
  const marked = `${after.slice(0, start)}|${after.slice(start, end)}${start === end ? '' : '|'}${after.slice(end)}`;
  return marked;
}

describe('A button of the toolbar', () => {
  it.each([
    ['một |hai| ba', 'một **|hai|** ba'],
    ['một ha|i ba', 'một **|hai|** ba'],
    ['một **|hai|** ba', 'một |hai| ba'],
    ['một |**hai**| ba', 'một |hai| ba'],
    ['|', '**|chữ|**'],
    ['x | hai |y', 'x  **|hai|** y'],
    ['Nghị quyết |35-NQ/TW|', 'Nghị quyết **|35-NQ/TW|**'],
  ])('bold: %s -> %s', (before, after) => {
    const at = field(before);
    expect(done(at, wrapped(at, '**', 'chữ'))).toBe(after);
  });

  it('does not take one star of two for italics', () => {
    const at = field('**|hai|**');
    expect(done(at, wrapped(at, '*', 'x'))).toBe('***|hai|***');
  });

  it.each([
    ['h2', 'mục| một', '## mục một|'],
    ['h2', '## mục| một', 'mục một|'],
    ['h3', '## mục| một', '### mục một|'],
    ['bullet', '|một\nhai\nba|', '|- một\n- hai\n- ba|'],
    ['number', '|- một\n- hai|', '|1. một\n2. hai|'],
    ['bullet', '|- một\n- hai|', '|một\nhai|'],
    ['bullet', 'x\n|một\n\nhai\n|y', 'x\n|- một\n\n- hai|\ny'],
    ['quote', 'một|', '> một|'],
  ] as const)('%s: %s -> %s', (kind, before, after) => {
    const at = field(before);
    expect(done(at, prefixed(at, kind))).toBe(after);
  });

  it('puts a block on lines of its own', () => {
    const at = field('trước| sau');
    expect(done(at, withBlock(at, 'KHỐI'))).toBe('trước\n\nKHỐI|\n\n sau');
    expect(done(field('|'), withBlock(field('|'), 'KHỐI'))).toBe('KHỐI|\n');
  });

  it('puts a container around what is selected, with more colons than it has', () => {
    const at = field('|::: luu-y\nA\n:::|');
    expect(done(at, withContainer(at, 'gap Xem', 'x'))).toBe(':::: gap Xem\n|::: luu-y\nA\n:::|\n::::\n');
  });

  it('makes a table with a head', () => {
    expect(tableBlock(2, 1, { head: 'Cột', cell: ' ' })).toBe('| Cột 1 | Cột 2 |\n| --- | --- |\n|   |   |');
  });
});

describe('Enter and Tab', () => {
  it.each([
    ['- một|', '- một\n- |'],
    ['   3. ba|', '   3. ba\n   4. |'],
    ['- một\n- |', '- một\n|'],
    ['> lời|', '> lời\n> |'],
    ['thường|', 'null'],
    ['- |một|', 'null'],
  ])('Enter: %s -> %s', (before, after) => {
    const at = field(before);
    expect(done(at, continued(at))).toBe(after);
  });

  it.each([
    ['- mộ|t', 1, '   - mộ|t'],
    ['   - mộ|t', -1, '- mộ|t'],
    ['thường|', 1, 'null'],
  ] as const)('Tab: %s %i -> %s', (before, by, after) => {
    const at = field(before);
    expect(done(at, indented(at, by))).toBe(after);
  });
});

it('never loses a letter of what was written, whatever is pressed', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').replace(/\d/g, '');
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const at = { text, start, end };
      for (const edit of [
        wrapped(at, '**', ''),
        prefixed(at, 'bullet'),
        prefixed(at, 'quote'),
        withContainer(at, '', ''),
        indented(at, 1),
      ]) {
        if (!edit) continue;
        const after = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
        expect(letters(after)).toBe(letters(text));
      }
    }),
  );
});
