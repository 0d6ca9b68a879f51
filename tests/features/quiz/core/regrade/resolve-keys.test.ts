import { expect, it } from 'vitest';
import { gradingVersionOf, resolveKeys, versionsGradedBy } from '#app/features/quiz/core/regrade/resolve-keys.ts';

const change = (fromVersionId: string, toVersionId: string) => ({ fromVersionId, toVersionId });

it('grades by the end of a chain, in whatever order the changes are read', () => {
  for (const changes of [
    [change('a1', 'a2'), change('a2', 'a3'), change('b1', 'b2')],
    [change('b1', 'b2'), change('a2', 'a3'), change('a1', 'a2')],
  ]) {
    const keys = resolveKeys(changes);
    expect(['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((id) => gradingVersionOf(keys, id))).toEqual([
      ...['a3', 'a3', 'a3', 'b2', 'b2', 'c1'],
    ]);
    expect(versionsGradedBy(keys, 'a3')).toEqual(['a3', 'a1', 'a2']);
    expect(versionsGradedBy(keys, 'a2')).toEqual(['a2']);
  }
});

it('comes to an end in a ring', () => {
  const keys = resolveKeys([change('a1', 'a2'), change('a2', 'a1')]);
  expect(gradingVersionOf(keys, 'a1')).toBe('a2');
  expect(gradingVersionOf(keys, 'a2')).toBe('a1');
});
