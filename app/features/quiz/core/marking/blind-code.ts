/**
 * The name of an answer in front of markers: from the id of its task, which belongs to nobody else's and tells neither
 * person, unit nor attempt. The end of an id is chance, so that codes follow no order.
 */
export const blindCode = (taskId: string): string => taskId.slice(-6).toUpperCase();

/** The name of an attached file in front of markers: its place and kind, since people write their names into names. */
export function blindFileName(name: string, place: number): string {
  const kind = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  return `tep-${place + 1}${kind ? `.${kind}` : ''}`;
}
