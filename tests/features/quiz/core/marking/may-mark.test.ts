import { expect, it } from 'vitest';
import { CLAIM_SECONDS, isClaimedByOther, mayMark } from '#app/features/quiz/core/marking/may-mark.ts';

it.each([
  ['a fresh answer', 'first', [], 'lan', { kind: 'new' }],
  ['the second of two', 'second', ['mai'], 'lan', { kind: 'new' }],
  ['who has marked may change', 'second', ['lan'], 'lan', { kind: 'change' }],
  ['who has marked settles nothing', 'third', ['lan', 'mai'], 'lan', { kind: 'change' }],
  ['the third', 'third', ['mai', 'hoa'], 'lan', { kind: 'new' }],
  ['settled', 'done', ['mai'], 'lan', { kind: 'refused', reason: 'done' }],
  ['settled by oneself', 'done', ['lan'], 'lan', { kind: 'refused', reason: 'done' }],
  ['the own answer', 'first', [], 'an', { kind: 'refused', reason: 'own-answer' }],
  ['the own answer, settled', 'done', ['mai'], 'an', { kind: 'refused', reason: 'own-answer' }],
] as const)('%s', (_what, state, markerIds, marker, permission) => {
  expect(mayMark({ state, personId: 'an', markerIds }, marker)).toEqual(permission);
});

it('keeps an answer from others while somebody has it, for a while', () => {
  const at = new Date('2026-11-22T01:00:00Z');
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  const claim = { claimedById: 'lan', claimedAt: at };
  expect(isClaimedByOther(claim, 'mai', later(0))).toBe(true);
  expect(isClaimedByOther(claim, 'mai', later(CLAIM_SECONDS - 1))).toBe(true);
  expect(isClaimedByOther(claim, 'mai', later(CLAIM_SECONDS))).toBe(false);
  expect(isClaimedByOther(claim, 'lan', later(1))).toBe(false);
  expect(isClaimedByOther({ claimedById: null, claimedAt: null }, 'mai', at)).toBe(false);
});
