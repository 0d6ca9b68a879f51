import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dischargePerson } from '#app/features/org/commands/people/discharge-person.server.ts';
import { editPerson } from '#app/features/org/commands/people/edit-person.server.ts';
import { erasePerson } from '#app/features/org/commands/people/erase-person.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import * as files from '#app/routes/attempt/files.tsx';
import * as recordJson from '#app/routes/person/record-json.ts';
import { useTestDatabase } from '#tests/database.ts';
import * as given from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { at, clockAt } from '#tests/fixtures/exam.ts';
import { buildEssayExam } from '#tests/fixtures/marked-by-hand.ts';
import { formWith, sendForm } from '#tests/routes/media/send-form.ts';
import { signedIn } from '#tests/routes/signed-in.ts';

useTestDatabase();

const secrets = ['Nguyễn Văn Bí Mật', 'SH-777-X', '1999-12-31', 'bimat.login', 'chữ của riêng tôi', 'hay ốm'];
let corps: Corps;
let personId: string;

/** Every table as one text. */
async function everything(): Promise<Map<string, string>> {
  const { sql } = database();
  const names =
    sql.provider === 'sqlite'
      ? await sql.all<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      : await sql.all<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const texts = new Map<string, string>();
  for (const { name } of names) texts.set(name, JSON.stringify(await sql.all(`SELECT * FROM "${name}"`)));
  return texts;
}

async function readRecord() {
  const cookie = await signedIn(corps.khoi);
  const request = new Request(`http://hoctap.test/people/${personId}/record.json`, { headers: { Cookie: cookie } });
  return recordJson.loader({ request, params: { personId }, context: {} } as never) as Promise<Response>;
}

beforeAll(async () => {
  clockAt(0);
  corps = await buildCorps();
  ({ personId } = corps.an);
  const person = {
    ...{ fullName: secrets[0]!, number: secrets[1]!, bornOn: secrets[2]!, rank: 'Hạ sĩ', position: 'Chiến sĩ' },
    ...{ personnelClass: 'enlisted', membership: 'youth' },
  };
  await editPerson(corps.khoi, personId, { person, as: 'change', effectiveOn: '', note: secrets[5]!, revision: 1 });
  const { quizId } = await buildEssayExam(corps, { essay: { maxFiles: 2 } });
  const started = await startAttempt(corps.an, quizId);
  if (started.kind !== 'started') throw new Error('not started');
  const { attemptId } = started;
  const answer = { slot: 2, sequence: 1, response: secrets[4]! };
  await saveAnswer(corps.an, attemptId, answer as never);
  const cookie = await signedIn(corps.an);
  const form = formWith({}, { name: 'ban-ve.pdf', bytes: given.pdf });
  await sendForm(files.action, cookie, `/attempts/${attemptId}/files?slot=2`, { attemptId }, form);
  await submitAttempt(corps.an, attemptId);
  await database().write(async (tx) => {
    await tx.account.update({ where: { personId }, data: { login: secrets[3]! } });
    for (const subjectId of [personId, 'unknown']) {
      const event = { id: newId(), at: at(0), op: 'access.sign-in-refused', subjectId };
      await tx.auditEvent.create({ data: { ...event, details: JSON.stringify({ login: secrets[3] }) } });
    }
    const made = { createdAt: at(0), updatedAt: at(0) };
    await tx.absence.create({
      data: { id: newId(), personId, reason: 'other', fromDay: '2026-01-01', note: secrets[5]!, ...made },
    });
    const unitId = corps.c1.id;
    const file = { id: newId(), unitId, fileName: 'a.xlsx', fileHash: 'x', state: 'applied', createdAt: at(0) };
    const said = JSON.stringify({ number: secrets[1], fullName: secrets[0] });
    await tx.rosterImport.create({
      data: { ...file, rows: { create: [{ line: 2, kind: 'problem', said, fullName: secrets[0]! }] } },
    });
  });
});

describe('the data of a person', () => {
  it('are exported whole, with the export logged, for nobody but who manages people', async () => {
    const answered = await readRecord();
    const record = await answered.json();
    expect(record.person[0]).toMatchObject({ fullName: secrets[0], number: secrets[1], bornOn: secrets[2] });
    expect(record.account).toMatchObject([{ login: secrets[3] }]);
    expect(record.service.map(({ rank }: { rank: string }) => rank)).toEqual(['Hạ sĩ', 'Binh nhất']);
    expect(record.files).toMatchObject([{ file: expect.stringContaining('ban-ve') }]);
    expect(JSON.stringify(record)).not.toContain('passwordHash');
    expect(await database().read.auditEvent.count({ where: { op: 'org.person-exported', subjectId: personId } })).toBe(
      1,
    );
    const cookie = await signedIn(corps.thuy);
    const request = new Request(`http://hoctap.test/people/${personId}/record.json`, { headers: { Cookie: cookie } });
    const refused = recordJson.loader({ request, params: { personId }, context: {} } as never);
    await expect(refused).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  it('are erased only of who left and with the number typed; then nothing in any table names them, and figures stay', async () => {
    expect(await erasePerson(corps.khoi, personId, secrets[1]!)).toMatchObject({ kind: 'refused', reason: 'serving' });
    const { revision } = await database().read.person.findUniqueOrThrow({ where: { id: personId } });
    const leaving = { reason: 'discharged', effectiveOn: '', note: secrets[5]!, revision } as const;
    expect(await dischargePerson(corps.khoi, personId, leaving)).toEqual({ kind: 'discharged' });
    expect(await erasePerson(corps.khoi, personId, 'SH-777')).toEqual({ kind: 'invalid', problem: 'confirm' });
    const media = await database().read.mediaFile.findMany();
    expect(media).toHaveLength(1);
    const before = await everything();
    for (const secret of secrets) expect([...before.values()].some((text) => text.includes(secret))).toBe(true);
    expect(await erasePerson(corps.khoi, personId, ' sh-777-x ')).toEqual({ kind: 'erased' });
    expect(await erasePerson(corps.khoi, personId, 'SH-777-X')).toEqual({ kind: 'unchanged' });
    for (const [table, text] of await everything())
      for (const secret of secrets) expect(text.includes(secret) && `${table} still says ${secret}`).toBe(false);
    expect(await database().read.mediaFile.count()).toBe(0);
    const folder = path.join(process.env.HOCTAP35_DATA!, 'media', media[0]!.id.slice(0, 2));
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
    expect(await database().read.attempt.count({ where: { personId } })).toBe(1);
    expect(await database().read.unitMembership.count({ where: { personId } })).toBe(2);
    const log = await database().read.auditEvent.findFirstOrThrow({ where: { op: 'org.person-erased' } });
    expect(log).toMatchObject({ subjectId: personId, actorId: corps.khoi.personId });
  });
});
