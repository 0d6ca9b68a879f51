/**
 * Who walks the site map, in the order of the letters in a row of the table: nobody; the person asked for and a fellow of
 * the same platoon; then each role at a place: platoon B1 (own), company C1, division S1 and the corps above it, platoon
 * B2 and division S2 beside it.
 */
export const actorGroups = [
  ['nobody'],
  ['oneself', 'fellow'],
  ['clerk b1', 'clerk c1', 'clerk b2'],
  ['leader b1', 'leader c1', 'leader s1', 'leader corps', 'leader b2', 'leader s2', 'standing-in c1'],
  ['author s1', 'author corps', 'author s2'],
  ['examiner s1', 'examiner corps', 'examiner s2'],
  ['administrator b1', 'administrator s1', 'administrator corps', 'administrator s2'],
] as const;

export type ActorName = (typeof actorGroups)[number][number];
export const actorNames: readonly ActorName[] = actorGroups.flat();
