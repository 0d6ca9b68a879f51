import type { SeededRandom } from '#app/kernel/seeded-random.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Ids like those of `newId`, 9 characters of time and 11 of chance, but of the past and from a seed: rows of an earlier
 * day stand before those of a later one, as they would have been written.
 */
export function demoIds(random: SeededRandom): (at: Date) => string {
  return (at) => {
    let time = at.getTime();
    let head = '';
    for (let i = 0; i < 9; i += 1) {
      head = alphabet[time % 32] + head;
      time = Math.floor(time / 32);
    }
    let tail = '';
    for (let i = 0; i < 11; i += 1) tail += alphabet[random.int(32)];
    return head + tail;
  };
}
