import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { OUTAGE_PEOPLE, outagesIn, type RoomRecord } from '#app/features/quiz/core/room/outage.ts';
import type { Stretch } from '#app/features/quiz/core/room/spans.ts';
import { at } from '../attempts.ts';

const stretch = (personId: string, from: number, until: number | null): Stretch => ({
  personId,
  fromAt: at(from),
  untilAt: until === null ? null : at(until),
});
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);
/** Ten at work from 0 on, unless the case says otherwise. */
const room = (silences: Stretch[], { compensated = [] as Stretch[], size = 10 } = {}): RoomRecord => ({
  working: people(size).map((id) => stretch(id, 0, null)),
  silences,
  compensated,
});
const all = (count: number, from: number, until: number | null) => people(count).map((id) => stretch(id, from, until));

describe('An outage', () => {
  test.each([
    ['is none where nobody is silent', room([]), []],
    ['is none where two of three are silent', room(all(2, 100, 200), { size: 3 }), []],
    ['is none where three of ten are silent', room(all(3, 100, 200)), []],
    ['is there where four of ten are', room(all(4, 100, 200)), [[100, 200, [100, 100, 100, 100], 10]]],
    [
      'is where silences overlap, not where one is longer',
      room([...all(4, 100, 200), stretch('p5', 50, 400)]),
      [[100, 200, [100, 100, 100, 100, 100], 10]],
    ],
    [
      'is one where silences overlap',
      room([...all(4, 100, 200), ...all(6, 150, 300).slice(2)]),
      [[100, 300, [200, 200, 150, 150, 100, 100], 10]],
    ],
    [
      'is two where the room recovered between',
      room([...all(4, 100, 200), ...all(4, 300, 350)]),
      [
        [100, 200, [100, 100, 100, 100], 10],
        [300, 350, [50, 50, 50, 50], 10],
      ],
    ],
    ['goes on while people are silent now', room(all(5, 900, null)), [[900, null, [100, 100, 100, 100, 100], 10]]],
    [
      'has ended though one machine stays dead',
      room([...all(4, 100, 200), stretch('p5', 100, null)]),
      [[100, 200, [100, 100, 100, 100, 100], 10]],
    ],
    ['does not count what was given back', room(all(4, 100, 200), { compensated: all(4, 100, 200) }), []],
    [
      'leaves out pauses',
      room(all(4, 100, 200), { compensated: all(10, 120, 180) }),
      [
        [100, 120, [20, 20, 20, 20], 10],
        [180, 200, [20, 20, 20, 20], 10],
      ],
    ],
  ])('%s', (_title, record, expected) => {
    const found = outagesIn(record, at(1000)).map(({ fromAt, untilAt, losses, working }) => [
      (fromAt.getTime() - at(0).getTime()) / 1000,
      untilAt && (untilAt.getTime() - at(0).getTime()) / 1000,
      losses.map(({ seconds }) => seconds),
      working,
    ]);
    expect(found).toEqual(expected);
  });

  it('counts only who is at work: who has submitted owes no signs', () => {
    const record: RoomRecord = {
      working: [
        ...people(3).map((id) => stretch(id, 0, null)),
        ...people(10)
          .slice(3)
          .map((id) => stretch(id, 0, 50)),
      ],
      silences: [
        ...all(3, 100, 200),
        ...people(10)
          .slice(3)
          .map((id) => stretch(id, 50, null)),
      ],
      compensated: [],
    };
    const [outage, ...more] = outagesIn(record, at(1000));
    expect(more).toEqual([]);
    expect(outage).toMatchObject({ fromAt: at(100), untilAt: at(200), working: 3, seconds: 100 });
    expect(outage?.losses.map(({ personId }) => personId)).toEqual(['p1', 'p2', 'p3']);
  });

  it('lasts until who ran out of time in it is silent no more, and counts what each had left', () => {
    const deadlines = [600, 601, 602, 603];
    const record: RoomRecord = {
      working: deadlines.map((end, index) => ({ ...stretch(`p${index + 1}`, 0, end), isTimeUp: true })),
      silences: all(4, 550, 900),
      compensated: [],
    };
    const [outage, ...more] = outagesIn(record, at(1000));
    expect(more).toEqual([]);
    expect(outage).toMatchObject({ fromAt: at(550), untilAt: at(900), working: 4, seconds: 53 });
    expect(outage?.losses.map(({ untilAt }) => untilAt)).toEqual(deadlines.map(at).reverse());
    // Given back, nothing of it is left, though the silences went on.
    const given = outage!.losses.map(({ personId, fromAt, untilAt }) => ({ personId, fromAt, untilAt }));
    expect(outagesIn({ ...record, compensated: given }, at(1000))).toEqual([]);
  });

  const anyStretch = fc
    .tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 900_000 }),
      fc.integer({ min: 0, max: 300_000 }),
      fc.boolean(),
    )
    .map(([person, from, length, isOpen]) =>
      stretch(`p${person}`, from / 1000, isOpen ? null : (from + length) / 1000),
    );
  const anyRoom = fc.record({
    working: fc.array(
      fc.tuple(anyStretch, fc.boolean()).map(([one, isTimeUp]) => ({ ...one, isTimeUp })),
      { maxLength: 12 },
    ),
    silences: fc.array(anyStretch, { maxLength: 20 }),
    compensated: fc.array(anyStretch, { maxLength: 6 }),
  });
  const now = at(1000);
  const covers = (one: Stretch, ms: number) => one.fromAt.getTime() <= ms && ms < (one.untilAt ?? now).getTime();

  it('never gives back more than a person was silent at work, nor what was given back before', () => {
    fc.assert(
      fc.property(anyRoom, (record) => {
        const lost = new Map<string, number>();
        for (const { losses } of outagesIn(record, now)) {
          for (const { personId, seconds } of losses) lost.set(personId, (lost.get(personId) ?? 0) + seconds);
        }
        for (const [personId, seconds] of lost) {
          const own = (list: readonly Stretch[]) => list.filter((one) => one.personId === personId);
          const marks = [...record.working, ...record.silences, ...record.compensated].flatMap((one) => [
            one.fromAt.getTime(),
            (one.untilAt ?? now).getTime(),
          ]);
          const steps = [...new Set(marks)].sort((a, b) => a - b);
          let silent = 0;
          for (let index = 1; index < steps.length; index += 1) {
            const [from, until] = [steps[index - 1]!, steps[index]!];
            const is = (list: readonly Stretch[]) => own(list).some((one) => covers(one, from));
            if (is(record.silences) && is(record.working) && !is(record.compensated)) silent += until - from;
          }
          expect(seconds * 1000).toBeLessThanOrEqual(silent);
        }
      }),
    );
  });

  it('never overlaps or touches another, and has enough people in it', () => {
    fc.assert(
      fc.property(anyRoom, (record) => {
        const found = outagesIn(record, now);
        for (const [index, { untilAt, losses, working }] of found.entries()) {
          const next = found[index + 1];
          if (next) expect(next.fromAt.getTime()).toBeGreaterThan((untilAt ?? now).getTime());
          const people = new Set(record.silences.map(({ personId }) => personId)).size;
          expect(people).toBeGreaterThanOrEqual(OUTAGE_PEOPLE);
          expect(working).toBeGreaterThanOrEqual(OUTAGE_PEOPLE);
          expect(losses.length).toBeLessThanOrEqual(working);
        }
      }),
    );
  });

  it('is proposed once: what it gives back is in no later outage', () => {
    fc.assert(
      fc.property(anyRoom, (record) => {
        const given = outagesIn(record, now).flatMap(({ losses }) =>
          losses.map(({ personId, fromAt, untilAt }) => ({ personId, fromAt, untilAt })),
        );
        const after = outagesIn({ ...record, compensated: [...record.compensated, ...given] }, now);
        const total = after.flatMap(({ losses }) => losses).reduce((sum, { seconds }) => sum + seconds, 0);
        expect(total).toBe(0);
      }),
    );
  });
});
