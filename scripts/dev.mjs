/** npm run dev: generates what is missing and starts Remix's development server on PORT (3000). */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

process.chdir(root);
install();
const { generate } = await import('./generate.mjs');
generate();
const cli = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
const child = spawn(process.execPath, [cli, 'vite:dev', '--port', process.env.PORT ?? '3000'], { stdio: 'inherit' });
child.once('exit', (code) => process.exit(code ?? 0));
