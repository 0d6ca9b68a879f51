/** The value after `--name` on the command line, or the default. */
export function argument(name: string, otherwise: string): string {
  const index = process.argv.indexOf(`--${name}`);
  return (index > 0 && process.argv[index + 1]) || otherwise;
}
