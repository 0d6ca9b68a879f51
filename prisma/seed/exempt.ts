import type { Actor } from '#app/features/access/core/role.ts';
import { exemptPerson } from '#app/features/progress/commands/exempt-person.server.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { isWithin } from '#app/kernel/unit-path.ts';
import type { DemoPerson } from './store-corps.ts';

const reasons = [
  'Đi học tập trung tại nhà trường, học theo chương trình của trường',
  'Điều trị dài ngày tại bệnh viện',
  'Đi công tác biệt phái hết đợt học',
  'Đã có quyết định nghỉ chờ hưu',
  'Chuẩn bị chuyển đơn vị ngoài quân đoàn',
];

/** One in 80 is exempt. */
export function chooseExempt(seed: string, people: readonly DemoPerson[]): DemoPerson[] {
  return seededRandom(`${seed}/exempt`).sample(people, Math.max(2, Math.round(people.length / 80)));
}

/**
 * Exempts people from the assignments that reach them, by the leaders who may: `deciders` from the lowest up, the first
 * whose unit holds the person decides.
 */
export async function exempt(
  seed: string,
  people: readonly DemoPerson[],
  deciders: readonly Actor[],
  assignmentIds: readonly string[],
  setDay: (index: number) => void,
): Promise<void> {
  const random = seededRandom(`${seed}/reasons`);
  for (const [index, person] of people.entries()) {
    setDay(index);
    const decider = deciders.find(({ grants }) => grants.some(({ unitPath }) => isWithin(person.unit.path, unitPath)))!;
    const reason = random.pick(reasons);
    for (const assignmentId of assignmentIds) {
      // Refused as 'not-assigned' where the assignment does not reach the person.
      await exemptPerson(decider, { personId: person.id, assignmentId, reason });
    }
  }
}
