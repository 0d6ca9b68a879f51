import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [remix(remixOptions)],
  // Barracks still run Windows 7, whose last Chrome is 109.
  build: { target: 'chrome109', cssTarget: 'chrome109', assetsInlineLimit: 0 },
});
