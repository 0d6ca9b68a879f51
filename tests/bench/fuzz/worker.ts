/** Runs a range of inputs of one target; the number of the one under way stands in a file, for when it never ends. */
import { openSync, writeSync } from 'node:fs';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { targets, tried } from './targets.ts';

const [name = '', seed = '', from = '0', until = '0', place = ''] = process.argv.slice(2);
const attempt = await targets[name]!();
const file = openSync(place, 'w');
const mark = Buffer.alloc(8);
const counts = { read: 0, empty: 0, refused: 0 };
const crashes: { index: number; error: string }[] = [];
let slowest: { index: number; milliseconds: number; size: number }[] = [];
for (let index = Number(from); index < Number(until); index += 1) {
  mark.writeDoubleLE(index);
  writeSync(file, mark, 0, 8, 0);
  const one = attempt(seededRandom(`${seed}/${name}/${index}`));
  const start = performance.now();
  try {
    counts[await tried(one)] += 1;
  } catch (error) {
    crashes.push({ index, error: String(error instanceof Error ? error.stack : error).slice(0, 600) });
  }
  const milliseconds = performance.now() - start;
  if (slowest.length < 3 || milliseconds > slowest.at(-1)!.milliseconds) {
    slowest = [...slowest, { index, milliseconds: Math.round(milliseconds), size: one.size }]
      .sort((a, b) => b.milliseconds - a.milliseconds)
      .slice(0, 3);
  }
  if (index % 5000 === 4999) process.send?.({ counts: { ...counts }, crashes, slowest, index });
}
process.send?.({ counts, crashes, slowest, index: Number(until) - 1, isDone: true }, () => process.exit(0));
