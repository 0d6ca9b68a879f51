import { vitePlugin as remix } from '@remix-run/dev';
import { minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

/** What every page loads in any case travels as one file: small files compress worse, and each costs a request. */
const shell =
  /node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\/|\/app\/(messages\/(vi|en)\.ts|root-context|platform\/i18n\/(?!format)|ui\/(button|classes|icons|notice|page|shell\/(?!error-page)))/;

/** Terser makes the shell 3.5 kB smaller than esbuild does; for all files it would cost each first start 20 seconds. */
const tightShell: Plugin = {
  name: 'tight-shell',
  enforce: 'post',
  apply: 'build',
  // After everything else: Vite's own minifier runs when chunks are rendered.
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== 'shell') continue;
      const { code } = await minify(chunk.code, { ecma: 2020, module: true, compress: { passes: 2 } });
      chunk.code = code ?? chunk.code;
    }
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixOptions), tightShell],
  build: {
    // Barracks still run Windows 7, whose last Chrome is 109.
    target: 'chrome109',
    cssTarget: 'chrome109',
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: (id) => (shell.test(id) ? 'shell' : undefined) } },
  },
}));
