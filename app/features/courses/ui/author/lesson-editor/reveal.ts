/** What of a field's look decides where its lines break. */
const looks = [
  ...(['boxSizing', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'lineHeight'] as const),
  ...([
    'paddingTop',
    'paddingRight',
    'paddingBottom',
    'paddingLeft',
    'tabSize',
    'textTransform',
    'wordSpacing',
  ] as const),
];

/** How far below the upper edge of a field's text a place of it stands, in pixels: drawn once more out of sight and measured. */
function topOf(field: HTMLTextAreaElement, place: number): number {
  const style = getComputedStyle(field);
  const copy = document.createElement('div');
  for (const look of looks) copy.style[look] = style[look];
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', left: '-9999px', top: '0', border: '0' });
  Object.assign(copy.style, { whiteSpace: 'pre-wrap', overflowWrap: 'break-word', width: `${field.clientWidth}px` });
  const mark = document.createElement('span');
  mark.textContent = '|';
  copy.append(field.value.slice(0, place), mark);
  document.body.append(copy);
  const top = mark.offsetTop;
  copy.remove();
  return top;
}

/** Of what is selected so many lines are to be seen. */
const MOST_LINES = 8;

/** Where a field has to be scrolled to so that what stands at `top` is seen, with some lines around it; null where it is seen already. */
export function scrollFor(
  { scrollTop, clientHeight }: Pick<Element, 'scrollTop' | 'clientHeight'>,
  top: number,
  height: number,
): number | null {
  if (top >= scrollTop && top + height <= scrollTop + clientHeight) return null;
  return Math.max(0, top - clientHeight / 3);
}

/** Brings the cursor, or what is selected, into sight: within the field, and the field on the page. A browser does neither by itself. */
export function revealCursor(field: HTMLTextAreaElement): void {
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
  const top = topOf(field, field.selectionStart);
  const chosen = field.value.slice(field.selectionStart, field.selectionEnd).split('\n').length;
  const height = (Math.min(chosen, MOST_LINES) + 1) * lineHeight;
  const wanted = scrollFor(field, top, height);
  if (wanted !== null) field.scrollTop = wanted;
  const box = field.getBoundingClientRect();
  const line = box.top + top - field.scrollTop;
  const bottom = document.documentElement.clientHeight;
  if (line < 0 || line + height > bottom) window.scrollBy({ top: line - bottom / 3 });
}
