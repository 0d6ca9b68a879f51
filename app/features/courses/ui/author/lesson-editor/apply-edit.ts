import type { Selected, TextEdit } from '../../../core/lesson-editor/edit-text.ts';
import { revealCursor } from './reveal.ts';

export const selectedOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

/**
 * Replaces a part of a text field as if it were typed, so that the browser's own undo takes it back in one step. The old
 * command is the one way to that; where it is gone the text is set, and undo starts anew. The cursor is in sight afterwards.
 */
export function applyEdit(field: HTMLTextAreaElement, { from, to, text, select }: TextEdit): void {
  field.focus();
  field.setSelectionRange(from, to);
  const isDone = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!isDone) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(select[0], select[1]);
  revealCursor(field);
}
