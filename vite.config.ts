import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

/** What every page loads in any case travels as one file: small files compress worse, and each costs a request. */
const shell =
  /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\/|\/app\/(messages\/(vi|en)\.ts|root-context|platform\/i18n\/(?!format)|ui\/(button|classes|icons|notice|page|shell\/(?!error-page)))/;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions)],
  build: {
    // Barracks still run Windows 7, whose last Chrome is 109.
    target: 'chrome109',
    cssTarget: 'chrome109',
    assetsInlineLimit: 0,
    // Terser makes a learner's first page 4 kB smaller than esbuild does.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 2 } },
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: (id) => (shell.test(id) ? 'shell' : undefined) } },
  },
}));
