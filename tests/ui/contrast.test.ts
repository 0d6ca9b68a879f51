import { readFile } from 'node:fs/promises';
import postcss from 'postcss';
import tailwind from 'tailwindcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { dark, light, type Palette, readable, visible } from '#app/styles/palette.ts';
import config from '../../tailwind.config.ts';

/** Relative luminance and contrast as WCAG 2 defines them, from the channels "20 83 45" that the page's variables hold. */
function luminance(channels: string): number {
  const [red = 0, green = 0, blue = 0] = channels.split(' ').map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const themes: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  const source = await readFile('app/styles/app.css', 'utf8');
  const entry = source.replace(/@import .*;/g, '');
  const { root } = await postcss([tailwind({ ...config, content: [{ raw: '' }] })]).process(entry, { from: undefined });
  root.walkRules((rule) => {
    if (!rule.selector.startsWith(':root')) return;
    const media = rule.parent?.type === 'atrule' ? ` in ${(rule.parent as postcss.AtRule).params}` : '';
    const found: Record<string, string> = {};
    themes[rule.selector + media] = found;
    rule.walkDecls(/^--/, (declaration) => {
      found[declaration.prop.slice(2)] = declaration.value;
    });
  });
});

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
  ['dark by the device', ":root:not([data-theme='light']) in (prefers-color-scheme: dark)"],
])('the %s theme', (_name, selector) => {
  it.each(readable)('%s is read on %s at 4.5:1 or better', (text, ground) => {
    const theme = themes[selector]!;
    expect(contrast(theme[text]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('%s is seen against %s at 3:1 or better', (edge, ground) => {
    const theme = themes[selector]!;
    expect(contrast(theme[edge]!, theme[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

it('holds every text colour to a ground', () => {
  const texts = new Set(readable.map(([text]) => text));
  const names = (Object.keys(light) as (keyof Palette)[]).filter(
    (name) => !/soft$/.test(name) && !['paper', 'surface', 'sunken', 'line', 'edge', 'mark'].includes(name),
  );
  expect(names.filter((name) => !texts.has(name))).toEqual([]);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});
