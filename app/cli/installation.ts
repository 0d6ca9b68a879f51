import type { Database } from '#app/platform/db/database.server.ts';

/** Opens this installation as the product does (folder, secret, migrations, reactions), works, and closes it. */
export async function withInstallation<T>(work: (opened: Database) => Promise<T>): Promise<T> {
  const { openInstallation } = await import('#app/boot.server.ts');
  const opened = await openInstallation();
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}
