import type { Step } from './read-log.ts';

/** Files by name. */
export type Files = ReadonlyMap<string, Buffer>;

/**
 * What becomes of what was written and never flushed. `nothing`: it is all gone. `prefix`: the oldest part of it reached
 * the disk, the last write of it torn at a sector. `sectors`: each sector of each write by chance, in no order.
 */
export const survivals = ['nothing', 'prefix', 'sectors'] as const;
export type Survival = (typeof survivals)[number];

const SECTOR = 512;

interface Inode {
  before: Buffer;
  /** With what was flushed since. */
  durable: Growing | null;
  /** Since the last flush of the file. */
  pending: Extract<Step, { op: 'write' | 'truncate' }>[];
}

type Entry = { name: string; inode: Inode | null };

/**
 * The files of a folder after a power cut: what was flushed, and of the rest what `survival` says. A file that was made or
 * deleted is so for certain only once the folder itself was flushed. The -shm file is memory and is gone.
 */
export function rebuild(before: Files, steps: readonly Step[], survival: Survival, random: () => number): Files {
  const inodes = new Map<number, Inode>();
  let durable = new Map<string, Inode>(
    [...before].map(([name, bytes]) => [name, { before: bytes, durable: null, pending: [] }]),
  );
  let entries = new Map(durable);
  let pendingEntries: Entry[] = [];
  const enter = (name: string, inode: Inode | null) => {
    pendingEntries.push({ name, inode });
    if (inode) entries.set(name, inode);
    else entries.delete(name);
  };
  for (const step of steps) {
    if (step.op === 'create') {
      const inode: Inode = { before: Buffer.alloc(0), durable: null, pending: [] };
      inodes.set(step.file, inode);
      enter(step.name, inode);
    } else if (step.op === 'open') {
      const inode = entries.get(step.name);
      if (inode) inodes.set(step.file, inode);
    } else if (step.op === 'delete') enter(step.name, null);
    else if (step.op === 'flush-folder') {
      durable = new Map(entries);
      pendingEntries = [];
    } else {
      const inode = inodes.get(step.file);
      if (!inode) throw new Error(`The log names file ${step.file} before it was opened.`);
      if (step.op === 'flush') {
        inode.durable ??= new Growing(inode.before);
        for (const each of inode.pending) inode.durable.carryOut(each);
        inode.pending = [];
      } else if (step.op === 'write' || step.op === 'truncate') inode.pending.push(step);
    }
  }
  entries = new Map(durable);
  for (const { name, inode } of pendingEntries) {
    if (survival === 'nothing' || random() < 0.5) continue;
    if (inode) entries.set(name, inode);
    else entries.delete(name);
  }
  const files = new Map<string, Buffer>();
  for (const [name, inode] of entries) {
    if (!name.endsWith('-shm')) files.set(name, survivorsOf(inode, survival, random));
  }
  return files;
}

function survivorsOf({ before, durable, pending }: Inode, survival: Survival, random: () => number): Buffer {
  const flushed = durable?.whole() ?? before;
  if (survival === 'nothing' || pending.length === 0) return flushed;
  const disk = new Growing(flushed);
  const whole = survival === 'prefix' ? Math.floor(random() * (pending.length + 1)) : 0;
  for (const [index, each] of pending.entries()) {
    if (survival === 'prefix') {
      if (index < whole) disk.carryOut(each);
      else if (index === whole && each.op === 'write') {
        const kept = Math.floor((random() * each.bytes.length) / SECTOR) * SECTOR;
        if (kept > 0) disk.carryOut({ ...each, bytes: each.bytes.subarray(0, kept) });
      }
    } else if (each.op === 'truncate') {
      if (random() < 0.5) disk.carryOut(each);
    } else {
      for (let from = 0; from < each.bytes.length; from += SECTOR) {
        if (random() < 0.5) continue;
        const part = each.bytes.subarray(from, from + SECTOR);
        disk.carryOut({ ...each, offset: each.offset + from, bytes: part });
      }
    }
  }
  return disk.whole();
}

/** A copy that writes grow without being copied again each time. */
class Growing {
  #bytes: Buffer;
  #length: number;

  constructor(from: Buffer) {
    this.#bytes = Buffer.from(from);
    this.#length = from.length;
  }

  carryOut(step: Inode['pending'][number]): void {
    const end = step.op === 'truncate' ? step.size : step.offset + step.bytes.length;
    if (end > this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(end * 2 - this.#bytes.length)]);
    if (step.op === 'write') {
      step.bytes.copy(this.#bytes, step.offset);
      this.#length = Math.max(this.#length, end);
    } else {
      if (end < this.#length) this.#bytes.fill(0, end, this.#length);
      this.#length = end;
    }
  }

  whole(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
