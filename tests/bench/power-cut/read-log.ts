/** What a program did to the watched files, in order; a file gets a new number whenever it is created. */
export type Step =
  | { op: 'create' | 'open'; file: number; name: string }
  | { op: 'write'; file: number; offset: number; bytes: Buffer }
  | { op: 'truncate'; file: number; size: number }
  | { op: 'flush' | 'map'; file: number }
  | { op: 'flush-folder' }
  | { op: 'delete'; name: string };

const HEAD = 17;

/** Reads the log of unflushed.c; what the end of the program cut off in the middle never happened. */
export function readLog(log: Buffer): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at + HEAD <= log.length; ) {
    const op = String.fromCharCode(log[at]!);
    const file = log.readUInt32LE(at + 1);
    const offset = Number(log.readBigUInt64LE(at + 5));
    const length = log.readUInt32LE(at + 13);
    if (at + HEAD + length > log.length) break;
    const bytes = log.subarray(at + HEAD, at + HEAD + length);
    at += HEAD + length;
    steps.push(stepOf(op, file, offset, bytes));
  }
  return steps;
}

function stepOf(op: string, file: number, offset: number, bytes: Buffer): Step {
  switch (op) {
    case 'C':
      return { op: 'create', file, name: bytes.toString() };
    case 'O':
      return { op: 'open', file, name: bytes.toString() };
    case 'W':
      return { op: 'write', file, offset, bytes };
    case 'T':
      return { op: 'truncate', file, size: offset };
    case 'S':
      return { op: 'flush', file };
    case 'M':
      return { op: 'map', file };
    case 'D':
      return { op: 'flush-folder' };
    case 'U':
      return { op: 'delete', name: bytes.toString() };
    default:
      throw new Error(`The log holds an unknown step: ${op}`);
  }
}
