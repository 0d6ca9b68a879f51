import { runCommandLine } from './command-line.ts';

process.env.LOG_LEVEL ??= 'warn';
process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
});
