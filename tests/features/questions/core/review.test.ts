import { describe, expect, it } from 'vitest';
import {
  mayBeDrawn,
  moveBetween,
  moveStanding,
  movesOf,
  standingAfterEdit,
  standingOfNew,
  standings,
  waitsForReview,
} from '#app/features/questions/core/review.ts';

const asks = (standing: 'draft' | 'reviewed' | 'approved' | 'retired', isOwn = false) => ({
  standing,
  policy: 'second-person' as const,
  isOwn,
});

describe('a question in a category that asks for a second person', () => {
  it('goes from draft to reviewed to approved by somebody else, never in one step', () => {
    expect(moveStanding(asks('draft'), 'review')).toEqual({ kind: 'moved', to: 'reviewed' });
    expect(moveStanding(asks('draft'), 'approve')).toEqual({ kind: 'refused', reason: 'not-from-here' });
    expect(moveStanding(asks('reviewed'), 'approve')).toEqual({ kind: 'moved', to: 'approved' });
  });

  it('is neither reviewed nor approved by who wrote the version, but may be retired by them', () => {
    expect(moveStanding(asks('draft', true), 'review')).toEqual({ kind: 'refused', reason: 'own-version' });
    expect(moveStanding(asks('reviewed', true), 'approve')).toEqual({ kind: 'refused', reason: 'own-version' });
    expect(movesOf(asks('draft', true))).toEqual(['retire']);
  });

  it('is sent back with a note only', () => {
    expect(moveStanding(asks('reviewed'), 'return', ' ')).toEqual({ kind: 'refused', reason: 'note-missing' });
    expect(moveStanding(asks('approved'), 'return', 'Nguồn sai')).toEqual({ kind: 'moved', to: 'draft' });
  });

  it('starts as a draft and becomes one again when it is edited, unless it is retired', () => {
    expect(standingOfNew('second-person')).toBe('draft');
    expect(standingAfterEdit('approved', 'second-person')).toBe('draft');
    expect(standingAfterEdit('retired', 'second-person')).toBe('retired');
    expect(moveStanding(asks('retired'), 'revive')).toEqual({ kind: 'moved', to: 'draft' });
  });

  it('is drawn by chance only when approved, and waits for others, not for its author', () => {
    expect(standings.filter((standing) => mayBeDrawn(standing, 'second-person'))).toEqual(['approved']);
    expect(standings.filter((standing) => waitsForReview(asks(standing)))).toEqual(['draft', 'reviewed']);
    expect(standings.filter((standing) => waitsForReview(asks(standing, true)))).toEqual([]);
  });
});

describe('a question in a category that asks for nobody', () => {
  const free = (standing: 'draft' | 'reviewed' | 'approved' | 'retired') => ({
    standing,
    policy: 'none' as const,
    isOwn: true,
  });

  it('starts approved, keeps its standing when edited and may be approved at once by its author', () => {
    expect(standingOfNew('none')).toBe('approved');
    expect(standingAfterEdit('approved', 'none')).toBe('approved');
    expect(moveStanding(free('draft'), 'approve')).toEqual({ kind: 'moved', to: 'approved' });
  });

  it('is drawn whatever its standing, but not once it is retired', () => {
    expect(standings.filter((standing) => mayBeDrawn(standing, 'none'))).toEqual(['draft', 'reviewed', 'approved']);
  });
});

it('knows the one move between two standings, or that there is none', () => {
  expect(moveBetween({ standing: 'draft', policy: 'second-person' }, 'approved')).toBeNull();
  expect(moveBetween({ standing: 'reviewed', policy: 'second-person' }, 'approved')).toBe('approve');
  expect(moveBetween({ standing: 'approved', policy: 'none' }, 'retired')).toBe('retire');
});
