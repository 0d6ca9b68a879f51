import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { env } from '../env.server.ts';
import { log } from '../log.server.ts';
import { dropStaged, type StagedFile, stageFile } from './media-store.server.ts';

/** What a picture of 40 million pixels takes, and twice the time of the slowest machine that was seen. */
const mostMegabytes = 700;
const mostMs = 60_000;

let last: Promise<unknown> = Promise.resolve();

/** Pictures are made one at a time, so that they never take more than one processor and one picture's memory. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * The same picture (PNG or JPEG) with at most `longest` pixels on its longer side, staged in the place of the given one.
 * Where it cannot be made smaller, or would take more bytes, the given one stays.
 */
export const makeSmaller = (staged: StagedFile, longest: number): Promise<StagedFile> =>
  inTurn(() => smaller(staged, longest));

/** The picture at `from` in each of these widths, at the places given; none of them grows. Throws where it cannot be read. */
export const makeWidths = (from: string, made: readonly { to: string; width: number }[]): Promise<void> =>
  inTurn(() => run([from, ...made.flatMap(({ to, width }) => [to, `w${width}`])]));

async function smaller(staged: StagedFile, longest: number): Promise<StagedFile> {
  const to = path.join(path.dirname(staged.path), randomBytes(16).toString('hex'));
  try {
    await run([staged.path, to, String(longest)]);
    const made = await stageFile(createReadStream(to), staged.byteSize - 1);
    if (!made) return staged;
    await dropStaged(staged);
    return made;
  } catch (error) {
    log().warn({ err: error }, 'a picture stays as large as it came');
    return staged;
  } finally {
    await rm(to, { force: true });
  }
}

function run(args: readonly string[]): Promise<void> {
  const script = path.join(env().root, 'scripts/smaller-picture.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${mostMegabytes}`, script, ...args], {
      stdio: 'ignore',
      timeout: mostMs,
      killSignal: 'SIGKILL',
    });
    child.once('error', reject);
    // Pages and answers come first.
    child.once('spawn', () => child.pid && setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL));
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`The picture was not made smaller: ${code ?? signal}.`)),
    );
  });
}
