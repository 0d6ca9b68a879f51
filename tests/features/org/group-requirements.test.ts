import { describe, expect, it } from 'vitest';
import {
  type HeldCertificate,
  judgeGroup,
  type MemberFacts,
  nothingRequired,
} from '#app/features/org/core/groups/requirements.ts';
import { requirementsFormSchema } from '#app/features/org/schema.groups.ts';

const at = new Date('2026-11-23T01:00:00Z');
const member = (personId: string, change: Partial<MemberFacts> = {}): MemberFacts => ({
  ...{ personId, fullName: personId, rank: null, position: null, unitLabel: 'd1', unitPath: '/s/d1/' },
  ...{ personnelClass: 'officer', membership: 'party', ...change },
});
const holds = (personId: string, change: Partial<HeldCertificate> = {}): HeldCertificate => ({
  ...{ personId, courseId: 'k', expiresAt: null, revokedAt: null, ...change },
});
const units = [
  { id: 'd1', name: 'Tiểu đoàn 1', label: 'd1', path: '/s/d1/' },
  { id: 'd2', name: 'Tiểu đoàn 2', label: 'd2', path: '/s/d2/' },
];

describe('what a group must have', () => {
  it('is met where nothing is required, and by number', () => {
    expect(judgeGroup(nothingRequired, [], [], [], at)).toEqual({ isMet: true, rows: [], units: [] });
    const two = judgeGroup({ ...nothingRequired, count: 3 }, [member('a'), member('b')], [], [], at);
    expect(two).toMatchObject({ isMet: false, rows: [{ kind: 'count', need: 3, have: 2, isMet: false }] });
  });

  it('counts class, membership and position, the position without tone marks or case', () => {
    const people = [
      member('a', { position: 'Chính trị viên' }),
      member('b', { personnelClass: 'enlisted', membership: 'youth' }),
    ];
    const composition = [
      { field: 'class', value: 'officer', least: 1 },
      { field: 'membership', value: 'party', least: 2 },
      { field: 'position', value: 'chinh tri vien', least: 1 },
    ] as const;
    const { rows } = judgeGroup({ ...nothingRequired, composition: [...composition] }, people, [], [], at);
    expect(rows.map(({ have, isMet }) => [have, isMet])).toEqual([
      [1, true],
      [1, false],
      [1, true],
    ]);
  });

  it('names who lacks a certificate: none, expired, revoked; one that ends this instant still holds', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => member(id));
    const certificates = [
      holds('a'),
      holds('b', { expiresAt: new Date('2026-11-22T16:59:59Z') }),
      holds('c', { revokedAt: new Date('2026-11-01T00:00:00Z') }),
      holds('d', { expiresAt: at }),
      holds('e', { courseId: 'other' }),
    ];
    const { rows } = judgeGroup({ ...nothingRequired, courseIds: ['k'] }, people, certificates, [], at);
    const [row] = rows;
    expect(row).toMatchObject({ kind: 'course', need: 5, have: 2, isMet: false });
    expect(row?.kind === 'course' && row.lacking.map(({ personId, lack }) => [personId, lack])).toEqual([
      ['b', 'expired'],
      ['c', 'revoked'],
      ['e', 'missing'],
    ]);
  });

  it('has nobody trained while it has nobody', () => {
    const { isMet, rows } = judgeGroup({ ...nothingRequired, courseIds: ['k'] }, [], [], [], at);
    expect(isMet).toBe(false);
    expect(rows).toMatchObject([{ kind: 'course', need: 1, have: 0, isMet: false }]);
  });

  it('asks each unit of a kind for its own, everybody below it included', () => {
    const people = [member('a'), member('b', { unitPath: '/s/d1/c1/' }), member('c', { unitPath: '/s/d2/' })];
    const required = { ...nothingRequired, perUnit: { kind: 'battalion' as const, least: 2 } };
    const judged = judgeGroup(required, people, [], units, at);
    expect(judged.units.map(({ id, have, isMet }) => [id, have, isMet])).toEqual([
      ['d1', 2, true],
      ['d2', 1, false],
    ]);
    expect(judged).toMatchObject({ isMet: false, rows: [{ kind: 'per-unit', need: 2, have: 1 }] });
  });
});

describe('the form of requirements', () => {
  it('reads rows with numbers, leaves empty ones, and says what it cannot read', () => {
    const form = requirementsFormSchema.parse({
      ...{ purpose: ' Nòng cốt ', count: '12', what: ['class:officer', '', 'position', 'membership:party'] },
      ...{ position: ['', '', 'Bí thư', ''], least: ['2', '5', '1', 'nhiều'], unitKind: 'battalion', unitLeast: '0' },
    });
    expect(form.required).toEqual({
      count: 12,
      composition: [
        { field: 'class', value: 'officer', least: 2 },
        { field: 'position', value: 'Bí thư', least: 1 },
      ],
      courseIds: [],
      perUnit: null,
    });
    expect(form.problems).toEqual({ 'least-3': 'number', unitLeast: 'number' });
  });
});
