/**
 * Every colour of the product, once. Tailwind's names and the CSS variables are made from it (tailwind.config.ts);
 * tests/ui/contrast.test.ts holds each pairing in `readable` to 4.5:1 and each in `visible` to 3:1, in both themes.
 */
export type ColourName = keyof typeof light;
export type Palette = Record<ColourName, string>;

export const light = {
  paper: '#faf9f5',
  surface: '#ffffff',
  sunken: '#f1efe8',
  ink: '#1b1d1a',
  muted: '#565950',
  line: '#dcd9cf',
  edge: '#7d8076',
  accent: '#14532d',
  'accent-strong': '#0c3d20',
  'accent-soft': '#e3efe6',
  'on-accent': '#ffffff',
  gold: '#76570a',
  'gold-soft': '#f7eed3',
  red: '#a81e1e',
  'red-strong': '#861515',
  'red-soft': '#fbe8e6',
  'on-red': '#ffffff',
  amber: '#874a05',
  'amber-soft': '#fcefd8',
  mark: '#ffe9a3',
};

export const dark: Palette = {
  paper: '#141614',
  surface: '#1c1f1c',
  sunken: '#242824',
  ink: '#ecebe5',
  muted: '#adb0a6',
  line: '#373b36',
  edge: '#878b81',
  accent: '#83cb9b',
  'accent-strong': '#a3dbb5',
  'accent-soft': '#1d3526',
  'on-accent': '#0a1e11',
  gold: '#e2bd62',
  'gold-soft': '#393015',
  red: '#ff9f95',
  'red-strong': '#ffbbb4',
  'red-soft': '#44201d',
  'on-red': '#2b0705',
  amber: '#f3b468',
  'amber-soft': '#402f10',
  mark: '#57480f',
};

/** [text, background]: what people read. */
export const readable: [ColourName, ColourName][] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'accent-soft'],
  ['ink', 'gold-soft'],
  ['ink', 'red-soft'],
  ['ink', 'amber-soft'],
  ['ink', 'mark'],
  ['muted', 'paper'],
  ['muted', 'surface'],
  ['muted', 'sunken'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunken'],
  ['accent', 'accent-soft'],
  ['accent-strong', 'paper'],
  ['accent-strong', 'surface'],
  ['accent-strong', 'sunken'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['gold', 'paper'],
  ['gold', 'surface'],
  ['gold', 'gold-soft'],
  ['red', 'paper'],
  ['red', 'surface'],
  ['red', 'red-soft'],
  ['red-strong', 'surface'],
  ['on-red', 'red'],
  ['on-red', 'red-strong'],
  ['amber', 'paper'],
  ['amber', 'surface'],
  ['amber', 'amber-soft'],
];

/** [edge, background]: boundaries by which a control is recognised. */
export const visible: [ColourName, ColourName][] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['edge', 'sunken'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['red', 'surface'],
];
