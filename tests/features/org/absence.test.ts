import { describe, expect, it } from 'vitest';
import { isOn, without } from '#app/features/org/core/presence/absence.ts';

const span = (text: string) => {
  const [from = '', until = ''] = text.split('..');
  return { fromDay: `2026-11-${from}`, untilDay: until === '' ? null : `2026-11-${until}` };
};
const said = ({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }) =>
  `${fromDay.slice(8)}..${untilDay?.slice(8) ?? ''}`;

describe('days cut out of an absence', () => {
  it.each([
    ['10..20', '01..09', ['10..20']],
    ['10..20', '21..', ['10..20']],
    ['10..20', '10..20', []],
    ['10..20', '05..25', []],
    ['10..20', '05..12', ['13..20']],
    ['10..20', '18..', ['10..17']],
    ['10..20', '15..15', ['10..14', '16..20']],
    ['10..', '15..15', ['10..14', '16..']],
    ['10..', '15..', ['10..14']],
    ['10..', '10..', []],
    ['10..10', '10..10', []],
  ])('%s without %s leaves %j', (from, cut, rest) => {
    expect(without(span(from), span(cut)).map(said)).toEqual(rest);
  });

  it('is on its first and last day and on no other', () => {
    expect(['09', '10', '20', '21'].map((day) => isOn(span('10..20'), `2026-11-${day}`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isOn(span('10..'), '2036-01-01')).toBe(true);
  });
});
