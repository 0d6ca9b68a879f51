import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '#tests/database.ts';
import { actorGroups } from './actors.ts';
import { siteAsker, siteRoutes, type Verb } from './ask-site.ts';
import { forms } from './forms.ts';
import { buildSiteWorld, type SiteWorld } from './site-world.ts';
import { endsOwnSession, table } from './who-may.ts';

useTestDatabase();

let world: SiteWorld;
let site: Awaited<ReturnType<typeof siteAsker>>;
beforeAll(async () => {
  world = await buildSiteWorld();
  site = await siteAsker();
}, 120_000);

const letters: Record<number, string> = { 200: 'o', 201: 'o', 204: 'o', 400: 'b', 403: 'f', 404: 'n', 409: 'c' };

function letterOf({ status, headers }: Response): string {
  const to = headers.get('Location') ?? '';
  if (status >= 300 && status < 400) return to.startsWith('/sign-in') ? 's' : 'o';
  return letters[status] ?? `[${status}]`;
}

function addressOf(path: string): string {
  const ids: Record<string, string> = path.startsWith('marking/')
    ? { ...world.ids, quizId: world.ids.markedQuizId ?? '' }
    : world.ids;
  return `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'none')}`;
}

/** One line of the table, as it is now. */
async function rowOf(verb: Verb, path: string): Promise<string> {
  const groups: string[] = [];
  for (const group of actorGroups) {
    let said = '';
    for (const name of group) {
      const form = verb === 'post' ? new URLSearchParams(forms[path]?.(world.ids) ?? {}) : undefined;
      said += letterOf(await site.ask(addressOf(path), world.cookies[name], form));
    }
    groups.push(said);
  }
  return `${groups.join(' ')}  ${verb} /${path}`;
}

const lines = table.trim().split('\n');
const asked = lines.map((line) => {
  const [, verb = '', path = ''] = / {2}(get|post) \/(.*)$/.exec(line) ?? [];
  return { line, verb: verb as Verb, path };
});

describe('the site map, as every role at every place', () => {
  it('has a line for everything that can be asked of every address', async () => {
    const known = new Set(asked.map(({ verb, path }) => `${verb} /${path}`));
    const missing: string[] = [];
    for (const { path } of siteRoutes)
      for (const verb of site.verbsOf(path))
        if (!known.has(`${verb} /${path}`) && !(verb === 'post' && endsOwnSession.includes(path)))
          missing.push(await rowOf(verb, path));
    // Read each line before it goes into the table: is that who may?
    expect(missing).toEqual([]);
    const real = new Set(siteRoutes.flatMap(({ path }) => site.verbsOf(path).map((verb) => `${verb} /${path}`)));
    expect([...known].filter((each) => !real.has(each))).toEqual([]);
  }, 120_000);

  it.each(asked)(
    '$line',
    async ({ line, verb, path }) => {
      expect(await rowOf(verb, path)).toBe(line);
    },
    120_000,
  );
});
