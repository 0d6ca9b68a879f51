import {
  prefixed,
  type Selected,
  type TextEdit,
  withBlock,
  withContainer,
  wrapped,
} from '../../../core/lesson-editor/edit-text.ts';
import type { vi } from '../../../messages/lesson-editor-vi.ts';

export type CommandName = 'bold' | 'italic' | 'h2' | 'h3' | 'bullet' | 'number' | 'formula';
export type DialogName = 'table' | 'link' | 'media' | 'library' | 'help';
export const isDialog = (name: string): name is DialogName =>
  ['table', 'link', 'media', 'library', 'help'].includes(name);
export type BlockName = keyof typeof vi.blocks;

/** Any language's words for what is put where nothing was selected. */
export type Placeholders = { [Key in keyof typeof vi.placeholders]: string };

export function commandEdit(name: CommandName, field: Selected, words: Placeholders): TextEdit {
  switch (name) {
    case 'bold':
      return wrapped(field, '**', words.bold);
    case 'italic':
      return wrapped(field, '*', words.italic);
    case 'formula':
      return wrapped(field, '$', words.formula);
    default:
      return prefixed(field, name);
  }
}

export function blockEdit(name: BlockName, field: Selected, words: Placeholders): TextEdit {
  switch (name) {
    case 'quotation':
      return withContainer(field, `trich-dan ${words.source}`, words.quotation);
    case 'gap':
      return withContainer(field, `gap ${words.fold}`, words.words);
    case 'hoi':
      return withContainer(field, `hoi ${words.question}`, words.words);
    case 'check': {
      const block = `::: tu-kiem-tra\n${words.check}\n:::`;
      const from = block.indexOf('\n') + 1;
      return withBlock(field, block, [from, from + words.check.length]);
    }
    default:
      return withContainer(field, name, words.words);
  }
}

type Shortcut = { name: CommandName | DialogName | BlockName | 'keep'; keys: string };

/** As they are shown and read aloud; matched by `shortcutOf`. */
export const shortcuts: readonly Shortcut[] = [
  { name: 'bold', keys: 'Ctrl+B' },
  { name: 'italic', keys: 'Ctrl+I' },
  { name: 'link', keys: 'Ctrl+K' },
  { name: 'h2', keys: 'Ctrl+Alt+2' },
  { name: 'h3', keys: 'Ctrl+Alt+3' },
  { name: 'number', keys: 'Ctrl+Shift+7' },
  { name: 'bullet', keys: 'Ctrl+Shift+8' },
  { name: 'quotation', keys: 'Ctrl+Shift+9' },
  { name: 'table', keys: 'Ctrl+Alt+T' },
  { name: 'media', keys: 'Ctrl+Alt+M' },
  { name: 'library', keys: 'Ctrl+Alt+L' },
  { name: 'formula', keys: 'Ctrl+Alt+E' },
  { name: 'luu-y', keys: 'Ctrl+Alt+N' },
  { name: 'gap', keys: 'Ctrl+Alt+G' },
  { name: 'check', keys: 'Ctrl+Alt+K' },
  { name: 'keep', keys: 'Ctrl+S' },
  { name: 'help', keys: 'Ctrl+/' },
];

export const keysOf = (name: Shortcut['name']): string => shortcuts.find((each) => each.name === name)?.keys ?? '';

/** Which shortcut a key press is; null for none. By the key's place where Ctrl+Shift or Alt would make another sign of it. */
export function shortcutOf(press: {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  code: string;
  key: string;
}): Shortcut['name'] | null {
  if (!press.ctrlKey && !press.metaKey) return null;
  const sign = press.code === 'Slash' ? '/' : press.code.replace(/^(Key|Digit)/, '');
  const keys = ['Ctrl', press.altKey && 'Alt', press.shiftKey && 'Shift', sign].filter(Boolean).join('+');
  return shortcuts.find((each) => each.keys === keys)?.name ?? null;
}
