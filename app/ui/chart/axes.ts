/** What both drawings share: quiet axes in the type of the page. */
export const quietTick = { fill: 'rgb(var(--muted))', fontSize: 13 };
export const line = { stroke: 'rgb(var(--line))' };

/** Room for the names on the left: a third of a phone, more on a desk. */
export function labelWidth(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  const most = window.innerWidth < 640 ? 112 : 220;
  return Math.min(most, Math.max(48, longest * 7.5 + 12));
}
