import { describe, expect, it } from 'vitest';
import { dayCodeOf, plainCode } from '#app/features/quiz/core/access-code.ts';
import { isAllowedFrom, isNetwork, listedNetworks } from '#app/features/quiz/core/networks.ts';

describe('An address', () => {
  it.each([
    [[], 'anything', true],
    [['10.0.5.12'], '10.0.5.12', true],
    [['10.0.5.12'], '10.0.5.13', false],
    [['10.0.5.0/24'], '10.0.5.255', true],
    [['10.0.5.0/24'], '10.0.6.0', false],
    // The bits behind the length do not count.
    [['10.0.5.77/24'], '10.0.5.1', true],
    [['10.0.0.0/8', '192.168.1.0/28'], '192.168.1.15', true],
    [['10.0.0.0/8', '192.168.1.0/28'], '192.168.1.16', false],
    [['0.0.0.0/0'], '203.0.113.9', true],
    [['0.0.0.0/0'], 'fd35::1', false],
    [['10.0.5.0/24'], '::ffff:10.0.5.9', true],
    [['::ffff:10.0.5.0/120'], '10.0.5.9', true],
    [['fd35::/64'], 'fd35::dead:beef', true],
    [['fd35::/64'], 'fd35:0:0:1::1', false],
    [['fd35:0:0:0:0:0:0:1'], 'FD35::1', true],
    [['fe80::/10'], 'fe80::1%eth0', true],
    [['::/0'], 'fd35::1', true],
    [['10.0.5.0/24'], '', false],
    [['10.0.5.0/24'], 'unknown', false],
    [['damaged'], '10.0.5.1', false],
  ] as const)('within %j: %s is %s', (networks, address, isIn) => {
    expect(isAllowedFrom(networks, address)).toBe(isIn);
  });

  it.each(['10.0.0.1', '10.0.0.0/0', '10.0.0.0/32', '::', '::1/128', '1:2:3:4:5:6:7:8', '64:ff9b::192.0.2.33'])(
    '%s is a network',
    (text) => expect(isNetwork(text)).toBe(true),
  );

  it.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '::1/129',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    'g::1',
    '12345::',
    'phòng 5',
  ])('%j is none', (text) => expect(isNetwork(text)).toBe(false));

  it('is listed one to the line or between commas, each once', () => {
    expect(listedNetworks(' 10.0.0.1\n10.0.0.2, 10.0.0.1;\tfd35::/64 ')).toEqual(['10.0.0.1', '10.0.0.2', 'fd35::/64']);
  });
});

describe('A code', () => {
  it('has six digits that nobody mistakes', () => {
    const all = new Set<string>();
    for (let byte = 0; byte < 256; byte++) for (const digit of dayCodeOf(new Uint8Array(32).fill(byte))) all.add(digit);
    expect([...all].sort().join('')).toBe('23456789');
    expect(dayCodeOf(new Uint8Array([0, 1, 2, 3, 4, 255, 9]))).toBe('234569');
  });

  it.each([
    [' 234 567 ', 'day-code', '234567'],
    ['234-567', 'day-code', '234567'],
    [' Điện  Biên ', 'password', 'Điện  Biên'],
    ['Điện Biên'.normalize('NFD'), 'password', 'Điện Biên'],
  ] as const)('%j as a %s is compared as %j', (typed, kind, plain) => {
    expect(plainCode(typed, kind)).toBe(plain);
  });
});
