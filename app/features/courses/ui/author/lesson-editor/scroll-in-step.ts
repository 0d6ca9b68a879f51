/** How many screen lines each line of a text field takes, about: words that do not fit leave a little room at the end of each. */
function rowsOf(field: HTMLTextAreaElement): number[] {
  const style = getComputedStyle(field);
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [];
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  const inner = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  const usable = Math.max(60, inner * 0.96);
  return field.value.split('\n').map((line) => Math.max(1, Math.ceil(pen.measureText(line).width / usable)));
}

/** The line of the text at the upper edge of the field, with its fraction that is out of sight. */
export function topLine(field: HTMLTextAreaElement): number {
  const rows = rowsOf(field);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
  let left = field.scrollTop / height;
  for (const [line, count] of rows.entries()) {
    if (left < count) return line + left / count;
    left -= count;
  }
  return rows.length;
}

/**
 * Scrolls a field so that a line stands at its upper edge, and puts the cursor there: behind `mark`, where the line has it, else
 * at its beginning.
 */
export function goToLine(field: HTMLTextAreaElement, line: number, mark = ''): void {
  const rows = rowsOf(field);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
  const start = field.value.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
  const marked = mark === '' ? -1 : (field.value.slice(start).split('\n', 1)[0] ?? '').indexOf(mark);
  const place = marked < 0 ? start : start + marked + mark.length;
  field.focus();
  field.setSelectionRange(place, place);
  field.scrollTop = rows.slice(0, line).reduce((sum, count) => sum + count, 0) * height;
}

/** Brings what was drawn from a line to the upper edge of what shows it. */
export function showLine(
  holder: HTMLElement,
  scroller: Pick<Element, 'scrollTop' | 'scrollHeight' | 'clientHeight'>,
  line: number,
): void {
  const drawn = [...holder.querySelectorAll<HTMLElement>('[data-line]')];
  const topOf = (element: HTMLElement) => element.getBoundingClientRect().top - holder.getBoundingClientRect().top;
  let before: HTMLElement | null = null;
  let after: HTMLElement | null = null;
  for (const element of drawn) {
    if (Number(element.dataset.line) <= line) before = element;
    else {
      after = element;
      break;
    }
  }
  if (!before || line <= 0.5) {
    scroller.scrollTop = 0;
    return;
  }
  const from = Number(before.dataset.line);
  const until = after ? Number(after.dataset.line) : from + 1;
  const end = after ? topOf(after) : topOf(before) + before.offsetHeight;
  const share = Math.min(1, Math.max(0, (line - from) / Math.max(1, until - from)));
  scroller.scrollTop = topOf(before) + (end - topOf(before)) * share;
}
