import { beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { database } from '#app/platform/db/database.server.ts';
import { loader as blueprint, action as buildBlueprint } from '#app/routes/author/quiz-blueprint.tsx';
import { action as changeOverrides, loader as overrides } from '#app/routes/author/quiz-overrides.tsx';
import { action as changeGroup, loader as group } from '#app/routes/group.tsx';
import { action as createGroup, loader as groups } from '#app/routes/groups.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { buildExam } from '#tests/fixtures/exam.ts';
import { call, signedIn } from '../signed-in.ts';

useTestDatabase();

let corps: Corps;
let quizId = '';
const cookies = new Map<Actor, string>();
const cookieOf = async (actor: Actor) => {
  if (!cookies.has(actor)) cookies.set(actor, await signedIn(actor));
  return cookies.get(actor)!;
};
beforeAll(async () => {
  corps = await buildCorps();
  ({ quizId } = await buildExam(corps));
  await grantRole(theSystem, { personId: corps.cuong.personId, role: 'examiner', unitId: corps.s1.id });
});

const empty: [string, string][] = ['openAt', 'closeAt', 'timeLimitMinutes', 'attemptsAllowed', 'unitId', 'groupId'].map(
  (name) => [name, ''],
);

describe('exceptions', () => {
  const at = (actor: Actor, search = '', form?: [string, string][]) =>
    cookieOf(actor).then((cookie) =>
      call(
        form ? changeOverrides : overrides,
        cookie,
        `/author/quizzes/${quizId}/overrides${search}`,
        { quizId },
        form && { form },
      ),
    );

  it('are closed to a learner and a leader', async () => {
    for (const actor of [corps.an, corps.thuy]) expect((await at(actor)).status).toBe(403);
  });

  it('are set by an examiner of the unit, shown with their reasons, and ended', async () => {
    const person: [string, string] = ['personId', corps.an.personId];
    const refused = await at(corps.cuong, '', [
      ['intent', 'set'],
      ['target', 'person'],
      person,
      ...empty,
      ['reason', ''],
    ]);
    expect(refused).toMatchObject({
      status: 400,
      body: { answer: { problems: [{ code: 'nothing' }, { field: 'reason' }] } },
    });
    const form: [string, string][] = [
      ['intent', 'set'],
      ['target', 'person'],
      person,
      ...empty.filter(([name]) => name !== 'timeLimitMinutes'),
      ['timeLimitMinutes', '45'],
      ['reason', 'Đi viện'],
    ];
    expect((await at(corps.cuong, '', form)).status).toBe(303);
    const shown = await at(corps.cuong, `?q=nguyen van an&person=${corps.an.personId}`);
    expect(shown.body).toMatchObject({
      page: {
        quiz: { isAuthored: false },
        found: [{ fullName: 'Nguyễn Văn An' }],
        overrides: [{ target: 'person', name: 'Nguyễn Văn An', timeLimitSeconds: 2700, mayEnd: true }],
        preview: { reasons: [{}, {}, { value: 2700, lost: [{ from: 'quiz', value: 600 }] }, {}] },
      },
    });
    expect(JSON.stringify(shown.body)).not.toContain('Hoàng Văn Em');
    const [override] = (shown.body as { page: { overrides: { id: string }[] } }).page.overrides;
    const end: [string, string][] = [
      ['intent', 'end'],
      ['overrideId', override!.id],
      ['reason', 'Xong'],
    ];
    expect((await at(corps.cuong, '', end)).headers.get('Location')).toContain('done=ended');
    // A person outside of the examiner's reach is not there.
    expect((await at(corps.cuong, `?person=${corps.em.personId}`)).status).toBe(404);
  });
});

describe('a blueprint', () => {
  const send = async (intent: string, revision: number, rows: [string, string][], topic = '') =>
    call(
      buildBlueprint,
      await cookieOf(corps.giang),
      '/x',
      { quizId },
      {
        form: [['intent', intent], ['revision', String(revision)], ['topic', topic], ...rows],
      },
    );
  const cell = (count: string): [string, string][] => [
    ['rows[0].easy.count', count],
    ['rows[0].easy.mark', '2'],
    ...(['medium', 'hard'] as const).flatMap((level): [string, string][] => [
      [`rows[0].${level}.count`, ''],
      [`rows[0].${level}.mark`, '1'],
    ]),
  ];

  it('is closed to who does not author', async () => {
    for (const actor of [corps.an, corps.thuy, corps.cuong]) {
      expect((await call(blueprint, await cookieOf(actor), '/x', { quizId })).status).toBe(403);
    }
  });

  it('says what the bank lacks, and builds the slots once it lacks nothing', async () => {
    const { id: categoryId } = await database().read.questionCategory.findFirstOrThrow({ where: { code: 'thu' } });
    const { revision } = await database().read.quiz.findUniqueOrThrow({ where: { id: quizId } });
    await database().write((tx) => tx.quizSlot.deleteMany({ where: { quizId } }));
    const added = await send('add', revision, [], `c:${categoryId}`);
    expect(added.body).toMatchObject({
      page: { draft: { rows: [{ topic: `c:${categoryId}` }] }, supply: [{ easy: { eligible: 4 } }] },
    });
    const topic: [string, string] = ['rows[0].topic', `c:${categoryId}`];
    const short = await send('build', revision, [topic, ...cell('6')]);
    expect(short).toMatchObject({
      status: 400,
      body: { page: { problems: [{ code: 'short' }], supply: [{ easy: { shortBy: 2, found: 4 } }] } },
    });
    expect((await send('build', revision + 1, [topic, ...cell('3')])).status).toBe(409);
    expect((await send('build', revision, [topic, ...cell('3')])).status).toBe(303);
    const slots = await database().read.quizSlot.findMany({ where: { quizId } });
    expect(slots).toMatchObject([{ categoryId, difficulty: 'easy', count: 3, maxMark: 2 }]);
    const again = await call(blueprint, await cookieOf(corps.giang), '/x', { quizId });
    expect(again.body).toMatchObject({ page: { draft: { rows: [{ easy: { count: '3', mark: '2' } }] } } });
  });
});

describe('a group', () => {
  const post = async (form: [string, string][], groupId = '') =>
    call(groupId ? changeGroup : createGroup, await cookieOf(corps.cuong), '/groups', { groupId }, { form });

  it('is closed to who manages none', async () => {
    for (const actor of [corps.an, corps.thuy])
      expect((await call(groups, await cookieOf(actor), '/groups', {})).status).toBe(403);
  });

  it('is begun, filled from a pasted list and a search, renamed and closed', async () => {
    expect(
      (
        await post([
          ['name', ' '],
          ['unitId', corps.s1.id],
        ])
      ).status,
    ).toBe(400);
    expect(
      (
        await post([
          ['name', 'Ngoài'],
          ['unitId', corps.s2.id],
        ])
      ).status,
    ).toBe(404);
    const created = await post([
      ['name', 'Tổ trực'],
      ['unitId', corps.s1.id],
    ]);
    const groupId = /groups\/([^?]+)/.exec(created.headers.get('Location') ?? '')![1]!;
    const people = await database().read.person.findMany({
      where: { id: { in: [corps.an.personId, corps.em.personId] } },
    });
    const numbers = `${people.map(({ number }) => number).join('\n')}\nKHONGCO`;
    const pasted = await post(
      [
        ['intent', 'paste'],
        ['numbers', numbers],
      ],
      groupId,
    );
    // Em serves in another division: out of reach, so not found.
    expect(pasted.body).toMatchObject({ added: { added: 1, known: 0, unknown: expect.arrayContaining(['KHONGCO']) } });
    expect((pasted.body as { added: { unknown: string[] } }).added.unknown).toHaveLength(2);
    const found = await call(group, await cookieOf(corps.cuong), `/groups/${groupId}?q=tran thi binh`, { groupId });
    expect(found.body).toMatchObject({
      members: [{ fullName: 'Nguyễn Văn An' }],
      found: [{ fullName: 'Trần Thị Bình' }],
    });
    await post(
      [
        ['intent', 'add'],
        ['personId', corps.binh.personId],
      ],
      groupId,
    );
    await post(
      [
        ['intent', 'remove'],
        ['personId', corps.an.personId],
      ],
      groupId,
    );
    await post(
      [
        ['intent', 'rename'],
        ['name', 'Tổ trực ban'],
      ],
      groupId,
    );
    await post([['intent', 'close']], groupId);
    const after = await call(group, await cookieOf(corps.cuong), `/groups/${groupId}`, { groupId });
    expect(after.body).toMatchObject({
      group: { name: 'Tổ trực ban', members: 1 },
      members: [{ fullName: 'Trần Thị Bình' }],
    });
    expect(
      (
        await post(
          [
            ['intent', 'add'],
            ['personId', corps.an.personId],
          ],
          groupId,
        )
      ).status,
    ).toBe(404);
  });
});
