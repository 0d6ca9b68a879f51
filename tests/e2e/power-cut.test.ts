import { rmSync } from 'node:fs';
import http from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginRaw, form, formType, type RawPerson, raw, signInRaw } from './raw.ts';
import { openRecords } from './records.ts';
import { newDataFolder, type RunningServer, startProduct } from './server.ts';

/** The demonstration's password, which is the same in every folder. */
const password = 'Hoctap35-minhhoa';
const sitters = 6;
const folder = newDataFolder();
let server: RunningServer;

interface Acknowledged {
  attemptId: string;
  slot: number;
  sequence: number;
  receipt: string;
}

beforeAll(async () => {
  server = await startProduct(folder, 60);
});

afterAll(async () => {
  server.kill('SIGTERM');
  await server.ended;
  rmSync(folder, { recursive: true, force: true });
});

function rows<Row>(sql: string, ...values: unknown[]): Row[] {
  const database = openRecords(folder);
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** Saves answers one after the other until the connection breaks; notes what was acknowledged. */
async function saveUntilTheEnd(person: RawPerson, attemptId: string, acknowledged: Acknowledged[]): Promise<void> {
  for (let count = 0; ; count += 1) {
    const slot = (count % 20) + 1;
    const sequence = Math.floor(count / 20) + 1;
    const saved = await person
      .postJson(`/attempts/${attemptId}/answers`, { slot, sequence, response: null })
      .catch(() => null);
    if (!saved) return;
    if (saved.status !== 200) throw new Error(`A save was answered with ${saved.status}: ${saved.text}`);
    const { receipt } = JSON.parse(saved.text) as { receipt: string };
    acknowledged.push({ attemptId, slot, sequence, receipt });
  }
}

it('keeps every save that it has acknowledged when the process is killed in the middle of saving', async () => {
  const exam = rows<{ id: string }>(`SELECT "id" FROM "Quiz" WHERE "code" = 'nq35-kiem-tra'`)[0]!.id;
  const logins = rows<{ login: string }>(
    `SELECT a."login" FROM "Account" a WHERE a."login" LIKE 'mh%' AND NOT EXISTS
       (SELECT 1 FROM "Attempt" t WHERE t."personId" = a."personId" AND t."quizId" = ?) LIMIT ?`,
    exam,
    sitters,
  );
  expect(logins).toHaveLength(sitters);
  const sittings = await Promise.all(
    logins.map(async ({ login }) => {
      const person = await signInRaw(server.address, login, password);
      return { person, attemptId: await beginRaw(person, exam) };
    }),
  );
  const acknowledged: Acknowledged[] = [];
  const saving = sittings.map(({ person, attemptId }) => saveUntilTheEnd(person, attemptId, acknowledged));
  await expect.poll(() => acknowledged.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(500);
  server.kill('SIGKILL');
  await Promise.all(saving);
  expect(await server.ended).toBe(null);

  server = await startProduct(folder, 60);
  expect(rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const kept = new Map(
    rows<Acknowledged>('SELECT "attemptId", "slot", "sequence", "receipt" FROM "AttemptAnswer"').map((row) => [
      `${row.attemptId} ${row.slot}`,
      row,
    ]),
  );
  const lost = acknowledged.filter(({ attemptId, slot, sequence, receipt }) => {
    const now = kept.get(`${attemptId} ${slot}`);
    return !now || now.sequence < sequence || (now.sequence === sequence && now.receipt !== receipt);
  });
  expect(lost).toEqual([]);

  // They go on where they were, signed in as before.
  const { person, attemptId } = sittings[0]!;
  const page = await raw(server.address, `/attempts/${attemptId}`, { headers: { Cookie: person.cookie } });
  expect(page.status).toBe(200);
});

it('ends what is in flight when it is told to close, takes nothing new, and exits with 0', async () => {
  const body = form({ login: 'hocvien', password, returnTo: '/' });
  const address = new URL(server.address);
  const request = http.request(new URL('/sign-in', address), {
    method: 'POST',
    agent: false,
    headers: {
      ...formType,
      Origin: server.address,
      'Content-Length': String(body.length),
      Expect: '100-continue',
    },
  });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  request.flushHeaders();
  // The server says that it holds the request; only then is it told to close.
  await new Promise((resolve) => request.once('continue', resolve));
  server.kill('SIGTERM');
  await server.said('closing');
  await expect(raw(server.address, '/health')).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
  request.end(body);
  const response = await answered;
  response.resume();
  expect(response.statusCode).toBe(303);
  expect(response.headers['set-cookie']?.[0]).toContain('HttpOnly');
  expect(await server.ended).toBe(0);
});
