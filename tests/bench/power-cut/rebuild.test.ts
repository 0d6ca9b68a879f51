import { describe, expect, it } from 'vitest';
import { readLog, type Step } from './read-log.ts';
import { rebuild } from './rebuild.ts';

const text = (value: string) => Buffer.from(value);
const before = new Map([['db.sqlite', text('aaaa')]]);
const open: Step = { op: 'open', file: 1, name: 'db.sqlite' };
const write = (offset: number, bytes: string): Step => ({ op: 'write', file: 1, offset, bytes: text(bytes) });
const flush: Step = { op: 'flush', file: 1 };
const filesAfter = (steps: Step[], survival: 'nothing' | 'prefix' | 'sectors' = 'nothing', chance = 0) =>
  Object.fromEntries([...rebuild(before, steps, survival, () => chance)].map(([name, bytes]) => [name, String(bytes)]));

describe('a folder after a power cut', () => {
  it('keeps what was flushed and drops a write that was not', () => {
    expect(filesAfter([open, write(1, 'bb'), flush, write(0, 'c'), write(4, 'd')])).toEqual({ 'db.sqlite': 'abba' });
  });

  it('drops a truncation that was not flushed', () => {
    const truncate: Step = { op: 'truncate', file: 1, size: 1 };
    expect(filesAfter([open, truncate])).toEqual({ 'db.sqlite': 'aaaa' });
    expect(filesAfter([open, truncate, flush])).toEqual({ 'db.sqlite': 'a' });
  });

  it('loses a new file whose folder was not flushed, although the file was', () => {
    const made: Step[] = [
      { op: 'create', file: 2, name: 'db.sqlite-wal' },
      { op: 'write', file: 2, offset: 0, bytes: text('w') },
      { op: 'flush', file: 2 },
    ];
    expect(filesAfter(made)).toEqual({ 'db.sqlite': 'aaaa' });
    expect(filesAfter([...made, { op: 'flush-folder' }])).toEqual({ 'db.sqlite': 'aaaa', 'db.sqlite-wal': 'w' });
    const gone: Step = { op: 'delete', name: 'db.sqlite-wal' };
    expect(filesAfter([...made, { op: 'flush-folder' }, gone])).toEqual({ 'db.sqlite': 'aaaa', 'db.sqlite-wal': 'w' });
  });

  it('lets unflushed writes through by chance: in order, or sector by sector', () => {
    const sector = 'x'.repeat(512);
    const steps = [open, write(0, sector + sector), write(1024, 'end')];
    expect(filesAfter(steps, 'prefix', 0.999)['db.sqlite']).toBe(`${sector}${sector}end`);
    expect(filesAfter(steps, 'prefix', 0.5)['db.sqlite']).toBe(`${sector}${sector}`);
    // The first of three possible lengths is none; the write that follows is torn.
    expect(filesAfter(steps, 'prefix', 0.3)['db.sqlite']).toBe('aaaa');
    expect(filesAfter(steps, 'sectors', 0.9)['db.sqlite']).toBe(`${sector}${sector}end`);
    expect(filesAfter(steps, 'sectors', 0.1)['db.sqlite']).toBe('aaaa');
  });

  it('never keeps the shared memory', () => {
    const steps: Step[] = [{ op: 'create', file: 2, name: 'db.sqlite-shm' }, { op: 'flush-folder' }];
    expect(filesAfter(steps)).toEqual({ 'db.sqlite': 'aaaa' });
  });
});

describe('the log of the layer', () => {
  const record = (op: string, file: number, offset: number, bytes: string) => {
    const head = Buffer.alloc(17);
    head.write(op);
    head.writeUInt32LE(file, 1);
    head.writeBigUInt64LE(BigInt(offset), 5);
    head.writeUInt32LE(bytes.length, 13);
    return Buffer.concat([head, text(bytes)]);
  };

  it('is read to its last whole record', () => {
    const log = Buffer.concat([record('O', 1, 0, 'db.sqlite'), record('W', 1, 7, 'abc'), record('W', 1, 9, 'cut off')]);
    expect(readLog(log.subarray(0, -1))).toEqual([open, { op: 'write', file: 1, offset: 7, bytes: text('abc') }]);
  });
});
