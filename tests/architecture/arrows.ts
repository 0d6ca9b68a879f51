import type { Import } from './imports.ts';

const ranks: Record<string, number> = {
  ...{ audit: 1, media: 1, access: 2, org: 3, courses: 4, questions: 4, library: 4 },
  ...{ quiz: 5, classes: 5, contest: 5, review: 6, progress: 6, 'course-package': 6, reports: 7 },
};

const featureRooms = ['core', 'commands', 'queries', 'data', 'ui', 'messages'] as const;
type FeatureRoom = (typeof featureRooms)[number] | 'schema' | 'reactions';
export type Room = FeatureRoom | 'routes' | 'kernel' | 'platform' | 'app-ui' | 'shell' | 'cli';

export interface Place {
  room: Room;
  feature: string | null;
}

/** The room of a file under app/, or null where the house has none. */
export function roomOf(file: string): Place | null {
  const [, top = '', feature = '', room = ''] = file.split('/');
  if (top === 'features') {
    if (!(feature in ranks)) return null;
    if (/^schema(\.|$)/.test(room)) return { room: 'schema', feature };
    if (room === 'reactions.server.ts') return { room: 'reactions', feature };
    return (featureRooms as readonly string[]).includes(room) ? { room: room as FeatureRoom, feature } : null;
  }
  if (top === 'routes') return { room: 'routes', feature: null };
  if (top === 'kernel') return { room: 'kernel', feature: null };
  if (top === 'platform') return { room: 'platform', feature: null };
  if (top === 'ui') return { room: 'app-ui', feature: null };
  if (top === 'cli') return { room: 'cli', feature: null };
  // The root, the entries, boot and composition: where the parts are joined. Styles and shell messages belong to it.
  if (!file.slice('app/'.length).includes('/') || top === 'styles' || top === 'messages' || top === 'jobs')
    return { room: 'shell', feature: null };
  return null;
}

/** The table of docs: may `from` import `to`? */
function isAllowed(from: Place, to: Place, { isType, target }: Import): boolean {
  const own = from.feature !== null && from.feature === to.feature;
  const lower = from.feature !== null && to.feature !== null && ranks[to.feature]! < ranks[from.feature]!;
  if (to.room === 'kernel') return true;
  switch (from.room) {
    case 'kernel':
      return false;
    case 'core':
      return to.room === 'core' && (own || lower);
    case 'schema':
      return (to.room === 'core' && (own || lower)) || (to.room === 'schema' && (own || lower));
    case 'messages':
      return (
        (to.room === 'messages' && (own || lower)) ||
        (to.room === 'core' && isType) ||
        target === 'app/platform/i18n/messages.ts'
      );
    case 'data':
      return (
        (to.room === 'core' && (own || lower)) ||
        (own && (to.room === 'schema' || to.room === 'data')) ||
        to.room === 'platform'
      );
    case 'commands':
    case 'queries':
    case 'reactions':
      if (to.room === 'platform') return true;
      if (to.room === 'core') return own || lower;
      if (to.room === 'schema' || to.room === 'data') return own;
      // A query changes nothing: commands and queries of its feature may build on it. A command never calls a command.
      if (to.room === 'queries') return lower || own;
      if (to.room === 'commands') return to.feature === 'audit' || (isType && own);
      return false;
    case 'ui':
      if (to.room === 'core') return own || lower;
      if (to.room === 'schema') return own;
      if (to.room === 'commands' || to.room === 'queries') return isType;
      if (to.room === 'ui' || to.room === 'messages') return own || lower;
      if (to.room === 'app-ui') return true;
      return target.startsWith('app/platform/i18n/');
    case 'routes':
      if (to.room === 'core') return isType;
      if (to.room === 'data') return false;
      if (to.room === 'platform')
        return (
          /^app\/platform\/(http|i18n|documents|files)\//.test(target) ||
          /^app\/platform\/(clock|db\/database)\.server\.ts$/.test(target)
        );
      return to.room !== 'cli';
    case 'app-ui':
      return to.room === 'app-ui';
    case 'platform':
      return to.room === 'platform';
    case 'cli':
      return to.room !== 'routes' && to.room !== 'ui' && to.room !== 'app-ui';
    case 'shell':
      return to.room !== 'data';
  }
}

const onlyIn: [RegExp, (place: Place, file: string) => boolean][] = [
  [
    /^(@prisma\/|better-sqlite3$|pg$)/,
    ({ room }, file) => room === 'data' || /^app\/platform\/(db\/|limits)/.test(file),
  ],
  [
    /^zod$/,
    ({ room }, file) =>
      room === 'schema' || file === 'app/platform/env.server.ts' || /^app\/platform\/(http|files)\//.test(file),
  ],
  [
    /^(react|react-dom|@remix-run\/react)$/,
    ({ room }) => !['core', 'schema', 'data', 'commands', 'queries', 'reactions', 'kernel', 'cli'].includes(room),
  ],
  [
    /^@remix-run\/(node|server-runtime)$/,
    ({ room }, file) => room === 'routes' || room === 'shell' || file.startsWith('app/platform/http/'),
  ],
  [/^recharts$/, (_, file) => file.startsWith('app/ui/chart/')],
  [/^database\(\)\.write$/, (_, file) => file === 'app/features/audit/commands/transact.server.ts'],
  [
    /^node:/,
    ({ room }, file) => room === 'platform' || room === 'cli' || room === 'shell' || /\.server\.tsx?$/.test(file),
  ],
];

/** Every import of a file along an arrow that is not in the table, as readable lines. */
export function arrowProblems(file: string, imports: Import[]): string[] {
  const from = roomOf(file);
  if (!from) return [`${file}: in no room of the house`];
  return imports.flatMap((each) => {
    const rule = onlyIn.find(([name]) => name.test(each.target));
    if (rule && !each.isType && !rule[1](from, file)) return [`${file} -> ${each.target}`];
    if (!each.target.startsWith('app/')) return [];
    const to = roomOf(each.target);
    return to && !isAllowed(from, to, each) ? [`${file} -> ${each.target}`] : [];
  });
}
