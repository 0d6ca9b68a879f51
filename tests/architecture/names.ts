const vague =
  /(^|\/)(utils?|helpers?|misc|common|shared|services?|managers?|handlers?|types|data|index|v2)(\.server)?(\.tsx?|\/)/;

/** What is wrong with a file's name, or null. The rooms `data` and `core/types` are the house's own. */
export function nameProblem(file: string): string | null {
  const name = file.replace(/^app\/features\/[^/]+\/(data|core\/types)\//, 'app/');
  if (vague.test(name)) return `${file}: says what kind of thing it is, not what it does`;
  const base = file.split('/').at(-1) ?? '';
  if (!/^[$a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx)$/.test(base)) return `${file}: not in kebab-case`;
  return null;
}
