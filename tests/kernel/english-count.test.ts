import { expect, it } from 'vitest';
import { counted } from '#app/kernel/english-count.ts';

it.each([
  [counted('1', 'unit'), '1 unit'],
  [counted(1, 'person', 'people'), '1 person'],
  [counted(0, 'unit'), '0 units'],
  [counted('1,201', 'person', 'people'), '1,201 people'],
])('an English count agrees with its noun: %s', (said, expected) => expect(said).toBe(expected));
