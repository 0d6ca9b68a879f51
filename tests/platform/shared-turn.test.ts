import { describe, expect, it } from 'vitest';
import { SharedTurn } from '#app/platform/shared-turn.server.ts';

const outage = () => Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' });

/** Remembers the turns that it served; a poisoned ask makes its turn fail. */
function kitchen({ mostAtOnce = 100, outageOn = '' } = {}) {
  const turns: string[][] = [];
  const shared = new SharedTurn<string, string>(
    mostAtOnce,
    (ask) => ask.split(' ')[0]!,
    async (group, asks) => {
      turns.push([...asks]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (outageOn && asks.includes(outageOn)) throw outage();
      if (asks.some((ask) => ask.endsWith('poisoned'))) throw new Error(`${group} poisoned`);
      return new Map(asks.map((ask) => [ask.split(' ')[0]!, `${group}: ${ask}`]));
    },
  );
  return { shared, turns };
}

describe('asks that arrive together', () => {
  it('share one turn, and what comes meanwhile shares the next', async () => {
    const { shared, turns } = kitchen();
    const first = ['an', 'binh'].map((ask) => shared.join('room', ask));
    await new Promise((resolve) => setTimeout(resolve, 2));
    const second = ['cuong', 'dung'].map((ask) => shared.join('room', ask));
    expect(await Promise.all([...first, ...second])).toEqual(['room: an', 'room: binh', 'room: cuong', 'room: dung']);
    expect(turns).toEqual([
      ['an', 'binh'],
      ['cuong', 'dung'],
    ]);
  });

  it('of one person are served one after another, in their order', async () => {
    const { shared, turns } = kitchen();
    await Promise.all(['an 1', 'an 2', 'binh 1', 'an 3'].map((ask) => shared.join('room', ask)));
    expect(turns).toEqual([['an 1', 'binh 1'], ['an 2'], ['an 3']]);
  });

  it('are no more than the most in one turn', async () => {
    const { shared, turns } = kitchen({ mostAtOnce: 2 });
    await Promise.all(['an', 'binh', 'cuong'].map((ask) => shared.join('room', ask)));
    expect(turns).toEqual([['an', 'binh'], ['cuong']]);
  });

  it('of different rooms do not meet', async () => {
    const { shared, turns } = kitchen();
    await Promise.all([shared.join('one', 'an'), shared.join('two', 'binh')]);
    expect(turns).toEqual([['an'], ['binh']]);
  });

  it('suffer nothing from one that fails', async () => {
    const { shared } = kitchen();
    const outcomes = await Promise.allSettled(['an', 'binh poisoned', 'cuong'].map((ask) => shared.join('room', ask)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are all refused at once where there is no database', async () => {
    const { shared, turns } = kitchen({ outageOn: 'binh' });
    const outcomes = await Promise.allSettled(['an', 'binh'].map((ask) => shared.join('room', ask)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(turns).toHaveLength(1);
  });

  it('find the door open again after a failure', async () => {
    const { shared } = kitchen();
    await expect(shared.join('room', 'an poisoned')).rejects.toThrow('poisoned');
    expect(await shared.join('room', 'an')).toBe('room: an');
  });
});
