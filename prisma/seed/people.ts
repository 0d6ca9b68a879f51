import type { Membership, PersonnelClass } from '#app/features/org/core/person.ts';
import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { happens, weighted } from './chance.ts';
import { fullName } from './names.ts';
import { type Post, postsOf } from './posts.ts';
import { enlistedRanks, officerRank, professionalRank } from './ranks.ts';
import type { PlannedUnit } from './units.ts';

/** A person of the demonstration, as a plan. */
export interface PlannedPerson {
  readonly number: string;
  readonly fullName: string;
  readonly rank: string | null;
  readonly position: string;
  readonly personnelClass: PersonnelClass;
  readonly membership: Membership;
  readonly unitKey: string;
}

const shareOfWomen: Record<PersonnelClass, number> = {
  officer: 0.06,
  professional: 0.3,
  enlisted: 0.03,
  civilian: 0.6,
};

/** Everybody of the corps, unit by unit, leaders first. The same seed and units give the same people. */
export function planPeople(seed: string, units: readonly PlannedUnit[]): PlannedPerson[] {
  const random = seededRandom(`${seed}/people`);
  let count = 0;
  return units.flatMap((unit) => {
    const { leading, others } = postsOf(unit);
    const taken = new Set<string>();
    return Array.from({ length: unit.strength }, (_, index): PlannedPerson => {
      const post = leading[index] ?? weighted(random, others);
      const age = post.ages[0] + random.int(post.ages[1] - post.ages[0] + 1);
      const isWoman = happens(random, index < leading.length ? 0.03 : shareOfWomen[post.personnelClass]);
      count += 1;
      return {
        // MH (minh họa) instead of the letters of a real number.
        number: `MH${String(count).padStart(5, '0')}`,
        fullName: newName(random, isWoman, taken),
        rank: rankOf(random, post, age),
        position: post.title,
        personnelClass: post.personnelClass,
        membership: membershipOf(random, post.personnelClass, age),
        unitKey: unit.key,
      };
    });
  });
}

/** Two people of one unit do not share a name: tests and stories would take one for the other. */
function newName(random: SeededRandom, isWoman: boolean, taken: Set<string>): string {
  let name = fullName(random, { isWoman });
  while (taken.has(name)) name = fullName(random, { isWoman });
  taken.add(name);
  return name;
}

function rankOf(random: SeededRandom, post: Post, age: number): string | null {
  switch (post.personnelClass) {
    case 'officer':
      return officerRank(random, ...(post.ranks ?? ['Thiếu úy', 'Trung úy']));
    case 'professional':
      return professionalRank(random, age);
    case 'enlisted':
      // Squad leaders wear the ranks of non-commissioned officers, a few of them the highest.
      if (post.title === 'Chiến sĩ') return enlistedRanks[happens(random, 0.45) ? 0 : 1];
      return enlistedRanks[happens(random, 0.6) ? 2 : happens(random, 0.9) ? 3 : 4];
    case 'civilian':
      return null;
  }
}

/** Officers are Party members but for the youngest; the Youth Union ends at 30. */
function membershipOf(random: SeededRandom, personnelClass: PersonnelClass, age: number): Membership {
  const inParty = {
    officer: age >= 27 ? 1 : 0.85,
    professional: age >= 30 ? 0.85 : 0.45,
    enlisted: 0.04,
    civilian: age >= 30 ? 0.45 : 0.15,
  }[personnelClass];
  if (happens(random, inParty)) return 'party';
  if (age > 30) return 'none';
  return happens(random, personnelClass === 'civilian' ? 0.8 : 0.97) ? 'youth' : 'none';
}
