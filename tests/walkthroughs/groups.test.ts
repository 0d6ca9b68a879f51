import { beforeAll, expect, it } from 'vitest';
import { addGroupMembers } from '#app/features/org/commands/add-group-members.server.ts';
import { createGroup } from '#app/features/org/commands/create-group.server.ts';
import { setGroupRequirements } from '#app/features/org/commands/groups/set-group-requirements.server.ts';
import { nothingRequired } from '#app/features/org/core/groups/requirements.ts';
import { groupPage } from '#app/features/org/queries/groups.server.ts';
import { groupReadiness } from '#app/features/progress/queries/groups/group-readiness.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';

useTestDatabase();

let corps: Corps;
let groupId: string;

beforeAll(async () => {
  corps = await buildCorps();
  const created = await createGroup(corps.khoi, { name: 'Lực lượng nòng cốt', unitId: corps.corps.id });
  if (created.kind !== 'created') throw new Error(created.problem);
  ({ groupId } = created);
  const personIds = [corps.an, corps.em, corps.thuy, corps.khoi].map(({ personId }) => personId);
  await addGroupMembers(corps.khoi, groupId, { personIds });
});

it('a group across units tells where each of its people belongs, units of one name apart', async () => {
  const { members } = await groupPage(corps.khoi, groupId);
  expect(Object.fromEntries(members.map(({ fullName, unitLabel }) => [fullName, unitLabel]))).toEqual({
    'Nguyễn Văn An': 'Đại đội C1/Sư đoàn S1',
    'Hoàng Văn Em': 'Đại đội C3/Sư đoàn S2',
    'Đỗ Thị Thủy': 'Sư đoàn S1',
    'Mai Đăng Khôi': 'Quân đoàn Q',
  });
});

it('which units of a kind are short of people is told in the order of the tree', async () => {
  const required = { ...nothingRequired, perUnit: { kind: 'company' as const, least: 1 } };
  await setGroupRequirements(corps.khoi, groupId, { purpose: '', required });
  const { judged } = await groupReadiness(corps.khoi, groupId);
  expect(judged.units.map(({ label, have, isMet }) => [label, have, isMet])).toEqual([
    ['Đại đội C1/Sư đoàn S1', 1, true],
    ['Đại đội C2/Sư đoàn S1', 0, false],
    ['Đại đội C3/Sư đoàn S2', 1, true],
  ]);
});
