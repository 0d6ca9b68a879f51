/** Long work of this process: how far it is, and whether somebody asked it to stop. */
interface Work {
  progress: number;
  isStopped: boolean;
}

const slot = globalThis as { hoctap35Work?: Map<string, Work> };

function works(): Map<string, Work> {
  slot.hoctap35Work ??= new Map();
  return slot.hoctap35Work;
}

export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
}

/** What a long work holds on to. */
export interface Pace {
  /**
   * Says how far it is (0..1), lets everything else that waits have its turn, and throws WorkStopped when it was asked to
   * stop. Call it every few milliseconds of work.
   */
  step(progress: number): Promise<void>;
}

/** Runs a work under a name. Undefined when this process is at it already. */
export async function underWay<T>(key: string, work: (pace: Pace) => Promise<T>): Promise<T | undefined> {
  if (works().has(key)) return undefined;
  const state: Work = { progress: 0, isStopped: false };
  works().set(key, state);
  try {
    return await work({
      async step(progress) {
        state.progress = progress;
        if (state.isStopped) throw new WorkStopped(key);
        await new Promise((resolve) => setImmediate(resolve));
        if (state.isStopped) throw new WorkStopped(key);
      },
    });
  } finally {
    works().delete(key);
  }
}

/** How far a work of this process is; null when it is not at it. */
export const workProgress = (key: string): number | null => works().get(key)?.progress ?? null;

/** Asks a work to stop at its next step; false when this process is not at it. */
export function stopWork(key: string): boolean {
  const work = works().get(key);
  if (work) work.isStopped = true;
  return work !== undefined;
}
