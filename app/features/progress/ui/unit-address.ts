/** The screens of a unit, by the end of their address. */
export type UnitView = '' | 'people' | 'weak-topics' | 'grades' | 'comparison' | 'table.xlsx' | 'table.csv';

/** The address of a unit's screens, keeping the assignment that is looked at. */
export function unitAddress(
  unitId: string,
  assignmentId: string | null,
  { view = '', ...asked }: { view?: UnitView } & Record<string, string | undefined> = {},
): string {
  const search = new URLSearchParams();
  if (assignmentId) search.set('assignment', assignmentId);
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value);
  const path = `/units/${unitId}${view ? `/${view}` : ''}`;
  return search.size > 0 ? `${path}?${search}` : path;
}
