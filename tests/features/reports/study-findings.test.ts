import { describe, expect, it } from 'vitest';
import { compareFigures } from '#app/features/reports/core/compare-figures.ts';
import {
  type AssignmentFigures,
  noCounts,
  type StudyCounts,
  type StudyFigures,
} from '#app/features/reports/core/study-figures.ts';
import {
  assignmentFindings,
  type Finding,
  judgeFigures,
  strengthFindings,
} from '#app/features/reports/core/study-findings.ts';
import { changeSentence } from '#app/features/reports/ui/change-list.tsx';
import { findingSentences } from '#app/features/reports/ui/finding-sentences.ts';

type Given = Partial<Record<'completed' | 'in-progress' | 'not-started' | 'failed' | 'exempt', number>>;

const counts = (strength: number, given: Given, more: Partial<StudyCounts> = {}): StudyCounts => ({
  ...noCounts,
  strength,
  byStatus: { ...noCounts.byStatus, ...given },
  completedPresent: given.completed ?? 0,
  ...more,
});

const asOf = '2026-06-30T16:59:59.999Z';
const dueAt = '2026-06-20T16:59:59.999Z';

const assignment = (total: StudyCounts, more: Partial<AssignmentFigures> = {}): AssignmentFigures => ({
  ...{ assignmentId: 'a', title: 'Nghị quyết 35', openAt: '2026-06-01T00:00:00.000Z', dueAt, total },
  ...{ parts: [], byClass: [], byMembership: [], exemptions: [] },
  ...more,
});

const study = (of: AssignmentFigures): StudyFigures => ({
  ...{ asOf, unit: { id: 'u', name: 'Đơn vị', shortName: 'u', kind: 'division' }, strength: of.total.strength },
  ...{ away: { duty: 0, hospital: 0, leave: 0, attached: 0, other: 0 }, assignments: [of], annex: null },
});

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('what figures say', () => {
  it('tells of coverage as a fact, and judges it apart', () => {
    const low = assignment(counts(20, { completed: 11, 'not-started': 9 }));
    const said = ['assigned', 'coverage', 'owing', 'none-late', 'no-results'];
    expect(codes(assignmentFindings(low, asOf))).toEqual(said);
    // Of those present it is told only where somebody is absent: else it is the same figure twice.
    const away = assignment({ ...low.total, away: 1, completedPresent: 10 });
    expect(assignmentFindings(away, asOf)).toContainEqual({ code: 'coverage-present', part: 10, whole: 19 });
  });

  const complete = [['coverage-complete'], []] as const;
  const high = [['coverage-high'], []] as const;
  it.each<[string, StudyCounts, readonly [readonly string[], readonly string[]]]>([
    ['everybody', counts(20, { completed: 20 }), complete],
    ['all but one of twenty', counts(20, { completed: 19, 'not-started': 1 }), high],
    ['four of five', counts(20, { completed: 16, 'not-started': 4 }), [[], ['coverage-fair']]],
    ['fewer', counts(20, { completed: 15, 'not-started': 5 }), [[], ['coverage-low']]],
    ['one exempt: not everybody', counts(20, { completed: 19, exempt: 1 }), high],
    ['one outside of the audience: not everybody', counts(20, { completed: 19 }), high],
  ])('judges coverage of strength: %s', (_, total, [strong, weak]) => {
    const [judged] = judgeFigures(study(assignment(total)));
    expect([codes(judged!.strong), codes(judged!.weak)]).toEqual([strong, weak]);
  });

  it('says nothing against a unit that has come as far as the time until the due date', () => {
    const half = (due: string | null) =>
      judgeFigures(study(assignment(counts(20, { completed: 10, 'not-started': 10 }), { dueAt: due })));
    expect(half('2026-08-15T16:59:59.999Z')).toEqual([]);
    expect(half('2026-07-02T16:59:59.999Z')[0]!.weak[0]!.code).toBe('coverage-low');
    expect(half(null)[0]!.weak[0]!.code).toBe('coverage-low');
  });

  it('tells of a unit without people, and never of a share of nobody', () => {
    expect(assignmentFindings(assignment(noCounts), asOf)).toEqual([{ code: 'nobody' }]);
    expect(strengthFindings(study(assignment(noCounts)))).toEqual([{ code: 'nobody' }]);
    expect(judgeFigures(study(assignment(noCounts)))).toEqual([]);
  });

  it('calls nobody present whom nobody has counted', () => {
    const given = study(assignment(counts(20, { completed: 10 }, { away: 2, completedPresent: 9 })));
    const said = (confirmed: number) => codes(strengthFindings(given, { confirmed, units: 3 }));
    expect([0, 1, 3].map(said)).toEqual([['strength-unconfirmed'], ['strength', 'confirmed-partly'], ['strength']]);
    expect(codes(strengthFindings(given))).toEqual(['strength']);
    const [first] = given.assignments;
    expect(codes(assignmentFindings(first!, asOf))).toContain('coverage-present');
    expect(codes(assignmentFindings(first!, asOf, false))).not.toContain('coverage-present');
  });

  it('tells of the late only where something is due: none or some of those who must study', () => {
    const late = (people: number) =>
      counts(100, { completed: 90 - people, 'not-started': people, exempt: 10 }, { late: people });
    const of = (total: StudyCounts, due: string | null = dueAt) =>
      codes(assignmentFindings(assignment(total, { dueAt: due }), asOf)).filter((code) => code.includes('late'));
    expect(of(late(0))).toEqual(['none-late']);
    expect(of(late(2))).toEqual(['late']);
    expect(of(late(5))).toEqual(['late']);
    expect(of(late(0), null)).toEqual([]);
    expect(of(late(0), '2026-07-20T16:59:59.999Z')).toEqual([]);
  });

  it('names complete and lagging parts, the lowest first, and leaves those with few people out', () => {
    const part = (name: string, strength: number, completed: number, isOwn = false) => ({
      ...{ unitId: name, name, isOwn },
      ...counts(strength, { completed, 'not-started': strength - completed }),
    });
    const parts = [
      part('A', 10, 10),
      part('B', 10, 2),
      part('C', 10, 6),
      part('D', 4, 0),
      part('E', 0, 0),
      part('F', 30, 29),
      part('Đơn vị', 5, 5, true),
    ];
    const [judged] = judgeFigures(study(assignment(counts(69, { completed: 52, 'not-started': 17 }), { parts })));
    expect(judged!.strong).toEqual([{ code: 'parts-complete', names: ['A'], more: 0, of: 5 }]);
    expect(judged!.weak[0]!.code).toBe('coverage-low');
    expect(judged!.weak[1]).toMatchObject({ code: 'parts-lagging', parts: [{ name: 'B' }, { name: 'C' }] });
  });
});

describe('what speaks against a unit', () => {
  it('are many who are late', () => {
    const late = (people: number) =>
      judgeFigures(
        study(assignment(counts(100, { completed: 100 - people, 'not-started': people }, { late: people }))),
      ).flatMap(({ weak }) => codes(weak));
    expect(late(5)).toContain('late-notable');
    expect(late(4)).not.toContain('late-notable');
  });

  it('are never the few people outside of all sub-units under the name of the whole', () => {
    const own = { unitId: 'u', name: 'Đơn vị', isOwn: true, ...counts(10, { 'not-started': 10 }) };
    const parts = [own, { unitId: 'A', name: 'A', isOwn: false, ...counts(90, { completed: 90 }) }];
    const total = counts(100, { completed: 90, 'not-started': 10 });
    const [judged] = judgeFigures(study(assignment(total, { parts })));
    expect(judged).toMatchObject({
      strong: [{ code: 'parts-complete', names: ['A'], of: 1 }],
      weak: [{ code: 'coverage-fair' }],
    });
  });
});

describe('findings in words', () => {
  it.each<[Finding, string, string]>([
    [
      { code: 'coverage-high', part: 112, whole: 118 },
      'Hoàn thành 112/118 đồng chí (94,9%) quân số, cơ bản đạt yêu cầu.',
      '112/118 people (94.9%) of the strength have completed, nearly all.',
    ],
    [
      { code: 'strength', part: 1180, whole: 1234, away: { duty: 20, hospital: 10, leave: 24, attached: 0, other: 0 } },
      'Quân số của đơn vị là 1.234 đồng chí; có mặt 1.180/1.234 đồng chí (95,6%) quân số. Vắng mặt 54 đồng chí: công tác 20, đi viện 10, nghỉ phép 24.',
      "The unit's strength is 1,234; 1,180/1,234 people (95.6%) of the strength are present. 54 are absent: on duty 20, in hospital 10, on leave 24.",
    ],
    [
      {
        ...{ code: 'strength-unconfirmed', part: 38, whole: 40 },
        away: { duty: 2, hospital: 0, leave: 0, attached: 0, other: 0 },
      },
      'Quân số của đơn vị là 40 đồng chí; chưa đơn vị nào xác nhận quân số có mặt của ngày này. Theo danh sách vắng mặt: 2 đồng chí (công tác 2).',
      "The unit's strength is 40; no unit has confirmed who was present on that day. Absent according to the list: 2 (on duty 2).",
    ],
    [
      { code: 'confirmed-partly', part: 3, whole: 17 },
      'Mới có 3/17 đơn vị xác nhận quân số có mặt của ngày này; số còn lại tính theo danh sách vắng mặt.',
      'Only 3/17 units have confirmed who was present on that day; the others are counted by the list of the absent.',
    ],
    [
      { code: 'late', part: 1, whole: 60, away: 1, dueAt },
      'Quá hạn (hạn 20/06/2026): 1/60 đồng chí (1,7%) số phải học. Trong số quá hạn có 1 đồng chí đang vắng mặt.',
      'Late (due 20 Jun 2026): 1/60 people (1.7%) of those who must study. Of the late, 1 is absent.',
    ],
    [
      {
        code: 'exempt',
        people: 3,
        reasons: [
          { reason: 'Điều trị', people: 2 },
          { reason: '', people: 1 },
        ],
      },
      'Được miễn 3 đồng chí, gồm: Điều trị (2); không ghi lý do (1).',
      '3 are exempt: Điều trị (2); no reason noted (1).',
    ],
    [
      {
        code: 'exempt',
        people: 11,
        reasons: [4, 2, 1, 1, 1, 1, 1].map((people, at) => ({ reason: `Lý do ${at}`, people })),
      },
      'Được miễn 11 đồng chí, gồm: Lý do 0 (4); Lý do 1 (2); Lý do 2 (1); Lý do 3 (1); Lý do 4 (1); Lý do 5 (1); 1 lý do khác (1).',
      '11 are exempt: Lý do 0 (4); Lý do 1 (2); Lý do 2 (1); Lý do 3 (1); Lý do 4 (1); Lý do 5 (1); 1 other reason (1).',
    ],
    [
      { code: 'results', excellent: 1, good: 1, average: 1, failed: 0, whole: 3 },
      'Kết quả kiểm tra của 3 đồng chí: giỏi 1 (33,3%), khá 1 (33,3%), trung bình 1 (33,3%), không đạt 0 (0%) (tỷ lệ tính trên số có kết quả).',
      'Results of 3 people: excellent 1 (33.3%), good 1 (33.3%), average 1 (33.3%), failed 0 (0%) (shares of those with a result).',
    ],
    [
      { code: 'parts-lagging', parts: [{ name: 'Đại đội 2', part: 3, whole: 10 }], more: 2, part: 80, whole: 100 },
      'Đơn vị có tỷ lệ hoàn thành thấp hơn hẳn tỷ lệ chung (80/100 đồng chí (80%) quân số): Đại đội 2 3/10 đồng chí (30%) và 2 đơn vị khác.',
      'Units far below the whole (80/100 people (80%) of the strength): Đại đội 2 3/10 people (30%) and 2 more.',
    ],
  ])('%#', (finding, vi, en) => {
    expect(findingSentences('vi', finding)).toBe(vi);
    expect(findingSentences('en', finding)).toBe(en);
  });

  it('tells the differences between two reports', () => {
    const before = study(assignment(counts(10, { completed: 4, 'not-started': 6 })));
    const after = study(assignment(counts(10, { completed: 7, 'not-started': 3 })));
    const changes = compareFigures(before, after);
    expect(changes.map((change) => changeSentence('vi', change))).toEqual([
      'Toàn đơn vị: Hoàn thành 4 → 7 (tăng 3)',
      'Toàn đơn vị: Chưa học 6 → 3 (giảm 3)',
    ]);
    expect(compareFigures(after, after)).toEqual([]);
  });
});
