import net from 'node:net';
import { expect, it } from 'vitest';
import { isStarting } from '#app/platform/db/conflict.server.ts';
import { waitForServer } from '#app/platform/db/open.server.ts';

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

it('gives up on a database server that does not come, and says why', async () => {
  const url = `postgresql://nobody@127.0.0.1:${await closedPort()}/none`;
  const error = await waitForServer(url, { patienceMs: 50, pauseMs: 10 }).catch((thrown: unknown) => thrown);
  expect(isStarting(error)).toBe(true);
});

it.runIf(process.env.TEST_POSTGRESQL_URL)(
  'goes on as soon as the server is there, and does not wait for another fault',
  async () => {
    const url = process.env.TEST_POSTGRESQL_URL!;
    await waitForServer(`${url}/postgres`);
    await expect(waitForServer(`${url}/no-such-database`)).rejects.toThrow('no-such-database');
  },
);

it('has nothing to wait for where the database is a file', () => waitForServer('file:/nowhere/at-all.sqlite'));
