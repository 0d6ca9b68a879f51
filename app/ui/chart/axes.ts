/** What both drawings share: quiet axes in the type of the page. */
export const quietTick = { fill: 'rgb(var(--muted))', fontSize: 13 };
export const line = { stroke: 'rgb(var(--line))' };

const letter = 7.5;
/** Where lines are counted, what is assumed must rather be too much: a name must not run into its neighbour. */
const wideLetter = 9;
const lineHeight = 19;

/** Room for the names on the left: a third of a phone, more on a desk. */
export function labelWidth(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const most = window.innerWidth < 640 ? 124 : 220;
  return Math.min(most, Math.max(48, longest * letter + 12));
}

/** Rows as high as the longest name needs lines, so that no name runs into its neighbour. */
export function drawingHeight(labels: readonly string[], rowHeight: number): number {
  const perLine = Math.floor((labelWidth(labels) - 16) / wideLetter);
  const lines = Math.max(1, ...labels.map((label) => lineCount(label, perLine)));
  return labels.length * Math.max(rowHeight, Math.min(lines, maxLines) * lineHeight + 8) + 40;
}

/** Names break between words alone. */
function lineCount(label: string, perLine: number): number {
  let lines = 1;
  let used = 0;
  for (const word of label.split(' ')) {
    if (used > 0 && used + 1 + word.length > perLine) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

/** A longer name ends in an ellipsis; the table has it whole. */
export const maxLines = 4;
