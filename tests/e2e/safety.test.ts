import { beforeAll, expect, it } from 'vitest';
import { address, demoPassword } from './browser.ts';
import { stored } from './exam.ts';
import { beginRaw, form, formType, postSignIn, type RawPerson, raw, signInRaw } from './raw.ts';
import { amend, ask, askOne, idleLearner, personWith, quizCalled, unitCalled } from './records.ts';

let own: RawPerson;
let other: RawPerson;
let attemptId = '';
let otherAttemptId = '';
let otherLogin = '';

beforeAll(async () => {
  const exam = quizCalled('nq35-kiem-tra').id;
  own = await signInRaw(address, idleLearner());
  attemptId = await beginRaw(own, exam);
  otherLogin = idleLearner();
  other = await signInRaw(address, otherLogin);
  otherAttemptId = await beginRaw(other, exam);
});

it('sends every page with a strict policy for scripts and without a chance to guess types or frame it', async () => {
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/', '/account', '/results', `/attempts/${attemptId}`, '/no-such-page']) {
    const { headers } = await own.get(path);
    const policy = String(headers['content-security-policy'] ?? '');
    if (headers['content-type']?.startsWith('text/html')) {
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      expect(scripts, path).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{20,}'$/);
      nonces.add(scripts);
      for (const rule of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'self'"]) {
        expect(policy).toContain(rule);
      }
    }
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-frame-options'], path).toBe('DENY');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  // A nonce is good for one page.
  expect(nonces.size).toBe(5);
});

it('writes no inline script or handler into a page but with the nonce', async () => {
  for (const path of ['/', `/attempts/${attemptId}`, '/account']) {
    const { text } = await own.get(path);
    for (const [tag] of text.matchAll(/<script\b[^>]*>/g)) expect(tag).toMatch(/ nonce="[^"]+"/);
    expect(text).not.toMatch(/\son(click|load|error|submit|change)=/i);
    expect(text).not.toMatch(/(href|src|action)="javascript:/i);
  }
});

it('lets nobody keep a copy of exam pages and of the account', async () => {
  const paths = [
    `/attempts/${attemptId}`,
    `/attempts/${attemptId}.data`,
    `/attempts/${attemptId}/overview`,
    `/attempts/${attemptId}/overview.data`,
    `/attempts/${attemptId}/answers`,
    '/results',
    '/account',
    '/account.data',
    '/account/password',
  ];
  for (const path of paths) {
    const { headers } = await own.get(path);
    expect([path, headers['cache-control']]).toEqual([path, 'no-store']);
  }
  expect((await raw(address, '/sign-in')).headers['cache-control']).toBe('no-store');
});

it('gives the session a cookie that no script and no other site can use', async () => {
  const { headers } = await postSignIn(address, 'hocvien', demoPassword());
  const [cookie = ''] = headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie.split('=')[1]!.split(';')[0]!.length).toBeGreaterThanOrEqual(32);
  // Its copy in the database signs nobody in.
  const sessions = ask<{ id: string }>('SELECT "id" FROM "Session"').map(({ id }) => id);
  expect(sessions).not.toContain(cookie.split('=')[1]!.split(';')[0]);
});

it('begins a new session at sign-in and ends the one that the browser brought', async () => {
  const first = await signInRaw(address, 'hocvien3');
  const again = await raw(address, '/sign-in', {
    body: form({ login: 'hocvien3', password: demoPassword() }),
    headers: { ...formType, Origin: address, Cookie: first.cookie },
  });
  const fresh = again.headers['set-cookie']![0]!.split(';')[0];
  expect(fresh).not.toBe(first.cookie);
  expect((await first.get('/account')).headers.location).toContain('/sign-in');
});

it('refuses changes that another site asks for, and those that do not say where they come from', async () => {
  const body = form({ theme: 'dark' });
  const ask = async (headers: Record<string, string>) =>
    (await raw(address, '/preferences', { body, headers: { ...formType, ...headers } })).status;
  expect(await ask({ Cookie: own.cookie, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' })).toBe(
    403,
  );
  expect(await ask({ Cookie: own.cookie, 'Sec-Fetch-Site': 'same-site' })).toBe(403);
  expect(await ask({ Cookie: own.cookie, Origin: 'https://elsewhere.example' })).toBe(403);
  expect(await ask({ Cookie: own.cookie, Origin: 'null' })).toBe(403);
  expect(await ask({ Cookie: own.cookie })).toBe(403);
  expect(await ask({ Cookie: own.cookie, Origin: address })).toBe(303);
  expect(await ask({ Cookie: own.cookie, 'Sec-Fetch-Site': 'same-origin' })).toBe(303);
  // The hot path stands behind the same door.
  const answers = await raw(address, `/attempts/${attemptId}/answers`, {
    body: JSON.stringify({ slot: 1, sequence: 1, response: 0 }),
    headers: { Cookie: own.cookie, 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' },
  });
  expect(answers.status).toBe(403);
  expect(stored(attemptId).every(({ sequence }) => sequence === 0)).toBe(true);
});

it('refuses bodies that are too large or of unknown length, and methods that no page uses', async () => {
  const large = Buffer.alloc(1024 * 1024 + 1, 'a');
  for (const path of ['/sign-in', `/attempts/${attemptId}/answers`, '/preferences']) {
    const refused = await raw(address, path, {
      method: 'POST',
      headers: { ...formType, Cookie: own.cookie, Origin: address, 'Content-Length': String(large.length) },
    }).catch((error: NodeJS.ErrnoException) => ({ status: error.code }));
    expect([path, refused.status]).toEqual([path, 413]);
  }
  const chunked = await raw(address, '/preferences', {
    method: 'POST',
    headers: { ...formType, Cookie: own.cookie, Origin: address, 'Transfer-Encoding': 'chunked' },
  });
  expect(chunked.status).toBe(411);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    expect([method, (await raw(address, '/account', { method })).status]).toEqual([method, 405]);
  }
});

it('answers a wrong login and a wrong password alike, and takes as long', async () => {
  const plain = (text: string, login: string) =>
    text
      .replaceAll(login, 'LOGIN')
      .replaceAll(/nonce="[^"]*"/g, '')
      .replaceAll(/[A-Za-z0-9+/=]{24}/g, '');
  const times = { known: [] as number[], unknown: [] as number[] };
  const known = ['mh00001', 'mh00003', 'mh00004'];
  const unknown = ['xx00001', 'xx00003', 'xx00004'];
  for (const at of [0, 1, 2]) {
    const began = performance.now();
    const wrongPassword = await postSignIn(address, known[at]!, 'sai mật khẩu rồi');
    times.known.push(performance.now() - began);
    const beganAgain = performance.now();
    const wrongLogin = await postSignIn(address, unknown[at]!, 'sai mật khẩu rồi');
    times.unknown.push(performance.now() - beganAgain);
    expect(wrongPassword.status).toBe(wrongLogin.status);
    expect(wrongLogin.status).toBe(400);
    expect(plain(wrongLogin.text, unknown[at]!)).toBe(plain(wrongPassword.text, known[at]!));
    expect(wrongLogin.headers['set-cookie']).toBeUndefined();
  }
  // Not answered without the work of a real check: that would be ten times as fast.
  expect(Math.min(...times.unknown)).toBeGreaterThan(Math.min(...times.known) / 3);
});

it('asks everybody to sign in first, and leads back only to its own pages', async () => {
  for (const path of ['/', '/results', `/attempts/${attemptId}`, '/units', '/author', '/account']) {
    const { status, headers } = await raw(address, path);
    expect([path, status]).toEqual([path, 302]);
    expect(headers.location).toMatch(/^\/sign-in/);
  }
  const save = await raw(address, `/attempts/${attemptId}/answers`, {
    body: JSON.stringify({ slot: 1, sequence: 1, response: 0 }),
    headers: { 'Content-Type': 'application/json', Origin: address },
  });
  expect(save.status).toBe(401);
  for (const returnTo of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const { headers } = await raw(address, '/preferences', {
      body: form({ theme: 'dark', returnTo }),
      headers: { ...formType, Cookie: own.cookie, Origin: address },
    });
    expect(new URL(headers.location!, address).origin, returnTo).toBe(address);
  }
});

it('names the field of a malformed, oversized or unexpected answer with 400 and writes nothing', async () => {
  const to = `/attempts/${attemptId}/answers`;
  const before = JSON.stringify(stored(attemptId));
  const cases: [unknown, string][] = [
    [{ slot: '1', sequence: 1, response: 0 }, 'slot'],
    [{ slot: 0, sequence: 1, response: 0 }, 'slot'],
    [{ slot: 1, sequence: 0, response: 0 }, 'sequence'],
    [{ slot: 1, sequence: 1.5, response: 0 }, 'sequence'],
    [{ slot: 1, response: 0 }, 'sequence'],
    [{ slot: 1, sequence: 1, response: { a: 1 } }, 'response'],
    [{ slot: 1, sequence: 1, response: 'a'.repeat(3000) }, 'response'],
    [{ slot: 1, sequence: 1, response: Array(60).fill(1) }, 'response'],
    [{ slot: 1, sequence: 1, response: 0, mark: 1 }, 'mark'],
    [{ slot: 1, flagged: 'yes' }, 'flagged'],
    [{ slot: 1, check: false }, 'check'],
  ];
  for (const [body, field] of cases) {
    const { status, text } = await own.postJson(to, body);
    expect([body, status]).toEqual([body, 400]);
    expect(Object.keys(JSON.parse(text).fields), text).toContain(field);
  }
  for (const body of ['{"slot":1,', '', 'null', '[]', '"text"']) {
    expect([body, (await own.postJson(to, body)).status]).toEqual([body, 400]);
  }
  expect((await own.post(`/attempts/${attemptId}`, { page: '1', do: 'save', a1: '0' })).status).toBe(400);
  expect((await own.post(`/attempts/${attemptId}`, { page: '1', do: 'drop table' })).status).toBe(400);
  expect((await own.post(`/quizzes/${quizCalled('nq35-kiem-tra').id}/attempts`, { seed: '1' })).status).toBe(400);
  expect(JSON.stringify(stored(attemptId))).toBe(before);
});

it("does not find another person's attempt, unit, person, lesson or quiz by any address", async () => {
  const unit = unitCalled('Sư đoàn 9010').id;
  const person = personWith('hocvien').id;
  // A course of which nothing was assigned to anybody.
  const { unitId } = askOne<{ unitId: string }>('SELECT "unitId" FROM "Course" LIMIT 1');
  const at = Date.now();
  amend(
    `INSERT INTO "Course" ("id", "code", "unitId", "title", "summary", "state", "createdAt", "updatedAt")
     VALUES ('e2e-foreign', 'e2e-foreign', ?, 'Khóa riêng', '', 'published', ?, ?) ON CONFLICT DO NOTHING`,
    unitId,
    at,
    at,
  );
  amend(
    `INSERT INTO "Module" ("id", "courseId", "code", "title", "summary", "position")
     VALUES ('e2e-module', 'e2e-foreign', 'e2e-module', 'Phần', '', 1) ON CONFLICT DO NOTHING`,
  );
  amend(
    `INSERT INTO "Lesson" ("id", "moduleId", "code", "title", "body", "minutes", "asOf", "position", "contentHash", "updatedAt")
     VALUES ('e2e-lesson', 'e2e-module', 'e2e-lesson', 'Bài', 'Nội dung', 1, '2026-01-01', 1, '', ?) ON CONFLICT DO NOTHING`,
    at,
  );
  const pages = [
    `/attempts/${otherAttemptId}`,
    `/attempts/${otherAttemptId}.data`,
    `/attempts/${otherAttemptId}/overview`,
    `/attempts/${otherAttemptId}/overview.data`,
    `/attempts/${otherAttemptId}/result`,
    `/attempts/${otherAttemptId}/result.data`,
    `/attempts/${otherAttemptId}/answers`,
    '/courses/e2e-foreign',
    '/courses/e2e-foreign.data',
    '/courses/e2e-foreign/lessons/e2e-lesson',
    `/courses/${quizCalled('nq35-kiem-tra').courseId}/lessons/e2e-lesson`,
    '/attempts/%00',
    `/attempts/${'a'.repeat(500)}`,
    "/quizzes/' OR 1=1 --",
  ].map((path) => encodeURI(decodeURI(path)));
  for (const path of pages) {
    const { status, text } = await own.get(path);
    expect([path, status]).toEqual([path, 404]);
    expect(text).not.toContain(personWith(otherLogin).fullName);
  }
  // Who leads nobody finds nobody: an id that exists is answered as one that does not.
  for (const id of [unit, 'no-such-unit']) {
    for (const path of ['', '.data', '/people', '/table.csv', '/table.xlsx?view=people']) {
      expect([path, (await own.get(`/units/${id}${path}`)).status]).toEqual([path, 404]);
    }
  }
  for (const id of [person, 'no-such-person']) {
    for (const path of ['', '.data']) expect((await own.get(`/people/${id}${path}`)).status).toBe(404);
  }
  const before = JSON.stringify(stored(otherAttemptId));
  const to = `/attempts/${otherAttemptId}`;
  const changes = [
    await own.postJson(`${to}/answers`, { slot: 1, sequence: 9, response: null }),
    await own.postJson(`${to}/answers`, { slot: 1, flagged: true }),
    await own.post(to, { page: '1', do: 'save', s1: '8' }),
    await own.post(`${to}/submission`),
    await own.post('/lessons/e2e-lesson/reading', { intent: 'read', goTo: '' }),
  ];
  expect(changes.map(({ status }) => status)).toEqual(changes.map(() => 404));
  expect(JSON.stringify(stored(otherAttemptId))).toBe(before);
  expect(askOne<{ state: string }>('SELECT "state" FROM "Attempt" WHERE "id" = ?', otherAttemptId).state).toBe(
    'in-progress',
  );
});

it("gives a learner no way into the author's area, where the keys are", async () => {
  const question = askOne<{ id: string }>('SELECT "id" FROM "Question" LIMIT 1').id;
  const exam = quizCalled('nq35-kiem-tra').id;
  for (const path of [
    '/author',
    '/author/questions',
    `/author/questions/${question}`,
    `/author/questions/${question}.data`,
    `/author/questions/${question}/history`,
    `/author/quizzes/${exam}`,
    `/author/quizzes/${exam}.data`,
  ]) {
    for (const who of [own, await leader()]) {
      const { status, text } = await who.get(path);
      expect([path, [403, 404].includes(status)]).toEqual([path, true]);
      expect(text).not.toMatch(/isRight|"right"/);
    }
  }
  const preview = await own.post(`/quizzes/${exam}/attempts`, { preview: 'yes' });
  expect(preview.status).toBe(403);
});

let leading: Promise<RawPerson> | undefined;
function leader(): Promise<RawPerson> {
  leading ??= signInRaw(address, 'sudoan');
  return leading;
}

/** Every text of a question's body but its answers and what is told after them. */
function saidIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => (/answer|feedback/i.test(name) ? [] : saidIn(inner)));
}

it('sends nothing of the key to the browser while the exam runs', async () => {
  await own.postJson(`/attempts/${attemptId}/answers`, { slot: 1, sequence: 1, response: null });
  const versions = ask<{ explanation: string; source: string; body: string; type: string }>(
    `SELECT v."explanation", v."source", v."body", v."type" FROM "AttemptAnswer" a
     JOIN "QuestionVersion" v ON v."id" = a."questionVersionId" WHERE a."attemptId" = ?`,
    attemptId,
  );
  expect(versions).toHaveLength(20);
  const sent = [
    await own.get(`/attempts/${attemptId}`),
    await own.get(`/attempts/${attemptId}.data`),
    await own.get(`/attempts/${attemptId}?page=3`),
    await own.get(`/attempts/${attemptId}/overview`),
    await own.get(`/attempts/${attemptId}/overview.data`),
    await own.get(`/attempts/${attemptId}/answers`),
    await own.get(`/quizzes/${quizCalled('nq35-kiem-tra').id}.data`),
    await own.postJson(`/attempts/${attemptId}/answers`, { slot: 1, check: true }),
  ];
  const letters = (text = '') =>
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  // What the questions themselves say (prompts, choices, items, statements too) may be the source or the answer of another one.
  const asked = letters(versions.flatMap(({ body }) => saidIn(JSON.parse(body))).join(' '));
  const secrets = versions
    .flatMap(({ explanation, source, body }) => [
      explanation.slice(0, 60),
      source.slice(0, 60),
      ...((JSON.parse(body) as { answers?: { text: string }[] }).answers ?? []).map(({ text }) => text),
    ])
    .map(letters)
    .filter((secret) => secret.length > 5 && !asked.includes(secret));
  expect(secrets.length).toBeGreaterThan(20);
  for (const { text, status } of sent) {
    const plain = letters(text.replace(/<[^>]*>/g, ' '));
    for (const secret of secrets) expect(plain).not.toContain(secret);
    // Neither as values nor as names of fields, in HTML (escaped) or in data.
    if (status < 400) expect(text).not.toMatch(/\\*"(correct|right|isRight|fraction|explanationHtml|seed)\\*"/);
  }
  expect(sent.at(-1)!.status).toBeGreaterThanOrEqual(400);
});
