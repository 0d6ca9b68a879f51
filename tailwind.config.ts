import type { Config } from 'tailwindcss';
import plugin from 'tailwindcss/plugin.js';
import { dark, light, type Palette } from './app/styles/palette.ts';

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(' ');

const variables = (palette: Palette) =>
  Object.fromEntries(Object.entries(palette).map(([name, hex]) => [`--${name}`, channels(hex)]));

const colours = Object.fromEntries(Object.keys(light).map((name) => [name, `rgb(var(--${name}) / <alpha-value>)`]));

// Lines are 1.5 and more at every size, so that stacked marks (Ằ, Ễ, Ự) never meet the line above. Text is never clipped
// to its line: the mark of Ẳ stands above it.
export default {
  content: ['./app/**/*.{ts,tsx}'],
  theme: {
    colors: { ...colours, transparent: 'transparent', current: 'currentColor' },
    fontFamily: {
      sans: ['"Be Vietnam Pro"', 'system-ui', '"Segoe UI"', 'Arial', 'sans-serif'],
      serif: ['"Source Serif 4"', '"Times New Roman"', 'serif'],
      mono: ['Consolas', '"DejaVu Sans Mono"', 'monospace'],
    },
    fontSize: {
      xs: ['0.8125rem', '1.5'],
      sm: ['0.9375rem', '1.55'],
      base: ['1.0625rem', '1.6'],
      lg: ['1.125rem', '1.6'],
      xl: ['1.3125rem', '1.5'],
      '2xl': ['1.625rem', '1.5'],
      '3xl': ['2rem', '1.5'],
    },
    fontWeight: { normal: '400', semibold: '600' },
    screens: { sm: '640px', md: '900px', lg: '1200px' },
    extend: {
      maxWidth: { reading: '38rem', form: '40rem', page: '75rem' },
      borderRadius: { DEFAULT: '0.25rem' },
    },
  },
  plugins: [
    plugin(({ addBase, addVariant }) => {
      // Fingers need more room than a mouse.
      addVariant('coarse', '@media (pointer: coarse)');
      addBase({
        ':root': { 'color-scheme': 'light', ...variables(light) },
        '@media (prefers-color-scheme: dark)': {
          ":root:not([data-theme='light'])": { 'color-scheme': 'dark', ...variables(dark) },
        },
        ":root[data-theme='dark']": { 'color-scheme': 'dark', ...variables(dark) },
        // Paper is white whatever the screen shows.
        '@media print': { ':root, :root[data-theme]': { 'color-scheme': 'light', ...variables(light) } },
      });
    }),
  ],
} satisfies Config;
