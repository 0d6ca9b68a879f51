/** '1 unit', '2 units', '1,204 people': how many of what, in English. */
export const counted = (count: string | number, one: string, many = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : many}`;
