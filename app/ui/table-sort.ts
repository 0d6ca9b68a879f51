/** Sorting lives in the address, so that it survives reloads and works without JavaScript: `?sort=name`, `?sort=-name`. */
export type Sort = { key: string; isDescending: boolean };

export function sortFromSearch(search: string | URLSearchParams, keys: readonly string[], fallback: Sort): Sort {
  const value = new URLSearchParams(search).get('sort') ?? '';
  const isDescending = value.startsWith('-');
  const key = isDescending ? value.slice(1) : value;
  return keys.includes(key) ? { key, isDescending } : fallback;
}

/** The address that sorts by this column: the other way round where it already does. Leads back to the first page. */
export function sortSearch(search: string, key: string, current: Sort | undefined): string {
  const parameters = new URLSearchParams(search);
  const isReversed = current?.key === key && !current.isDescending;
  parameters.set('sort', isReversed ? `-${key}` : key);
  parameters.delete('page');
  return `?${parameters}`;
}
