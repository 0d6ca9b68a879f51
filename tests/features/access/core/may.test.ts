import { describe, expect, it } from 'vitest';
import { type Act, may, mayAnywhere, requireMay, requireScope, scopeOf } from '#app/features/access/core/may.ts';
import type { Role } from '#app/features/access/core/role.ts';

const as = (...grants: [Role, string][]) => ({ grants: grants.map(([role, unitPath]) => ({ role, unitPath })) });

describe('may', () => {
  it.each<[Role, Act, boolean]>([
    ['leader', 'unit.view', true],
    ['leader', 'unit.export', true],
    ['leader', 'progress.exempt', true],
    ['leader', 'question.author', false],
    ['leader', 'quiz.author', false],
    ['leader', 'person.manage', false],
    ['author', 'quiz.author', true],
    ['author', 'question.author', true],
    ['author', 'assignment.manage', true],
    ['author', 'unit.view', false],
    ['examiner', 'exam.run', true],
    ['examiner', 'question.author', false],
    ['judge', 'unit.view', false],
    ['administrator', 'unit.view', true],
    ['administrator', 'role.grant', true],
    // Whoever runs the machine still sees no key.
    ['administrator', 'question.author', false],
    ['administrator', 'quiz.author', false],
  ])('%s, %s: %s', (role, act, expected) => {
    expect(may(as([role, '/q/s1/']), act, '/q/s1/')).toBe(expected);
  });

  it('reaches the subtree, nothing beside and nothing above', () => {
    const leader = as(['leader', '/q/s1/']);
    expect(may(leader, 'unit.view', '/q/s1/c1/')).toBe(true);
    expect(may(leader, 'unit.view', '/q/s10/')).toBe(false);
    expect(may(leader, 'unit.view', '/q/s2/')).toBe(false);
    expect(may(leader, 'unit.view', '/q/')).toBe(false);
  });

  it('is nothing for who has no role', () => {
    expect(mayAnywhere(as(), 'unit.view')).toBe(false);
    expect(() => requireScope(as(), 'unit.view')).toThrow('forbidden');
    expect(() => requireMay(as(['leader', '/q/s2/']), 'unit.view', '/q/s1/')).toThrow('forbidden');
  });

  it('gives the outermost units as the scope', () => {
    const both = as(['leader', '/q/s1/c1/'], ['leader', '/q/s1/'], ['administrator', '/q/s2/'], ['author', '/q/']);
    expect(scopeOf(both, 'unit.view')).toEqual(['/q/s1/', '/q/s2/']);
    expect(scopeOf(both, 'quiz.author')).toEqual(['/q/']);
  });
});
