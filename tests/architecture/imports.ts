import path from 'node:path';

export interface Import {
  /** 'app/...' for our own files, the package's name for others, 'database().write' for a transaction opened by hand. */
  target: string;
  isType: boolean;
}

const pattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a source imports, re-exports or loads, with paths from the root of the repository. */
export function importsOf(file: string, source: string): Import[] {
  const found: Import[] = [];
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  for (const match of code.matchAll(pattern)) {
    const name = match[2] ?? match[3] ?? '';
    const allTypes =
      /import\s+\{([^}]*)\}/
        .exec(match[0])?.[1]
        ?.split(',')
        .every((each) => /^\s*(type\s|$)/.test(each)) ?? false;
    found.push({ target: resolve(file, name), isType: Boolean(match[1]) || allTypes });
  }
  if (/\bdatabase\(\)\s*\.\s*write(Quietly)?\(/.test(code)) found.push({ target: 'database().write', isType: false });
  return found;
}

function resolve(file: string, name: string): string {
  if (name.startsWith('#app/')) return name.replace('#app/', 'app/');
  if (name.startsWith('.')) return path.posix.normalize(path.posix.join(path.posix.dirname(file), name));
  if (name.startsWith('node:')) return name;
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
}
