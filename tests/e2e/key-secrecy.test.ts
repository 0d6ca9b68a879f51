import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QuizSettings } from '#app/features/quiz/core/settings.ts';
import { address } from './browser.ts';
import { beginRaw, type RawAnswer, type RawPerson, signInRaw } from './raw.ts';
import { amend, askOne, idleLearner } from './records.ts';
import { questionTypes, secret, storeSecretQuestions, storeSecretQuiz } from './secret-questions.ts';

/** Every way in which an attempt may run without its answers being told yet. */
const options: Record<string, Partial<QuizSettings>> = {
  'as-written': { shuffleQuestions: false, shuffleOptions: false, timeLimitSeconds: 0 },
  shuffled: { shuffleQuestions: true, shuffleOptions: true },
  'by-pages': { questionsPerPage: 1 },
  'forward-only': { questionsPerPage: 2, forwardOnly: true },
  'with-certainty': { certainty: true },
  'by-hand': { behaviour: 'hand' },
  'tries-unchecked': { kind: 'practice', behaviour: 'tries', triesAllowed: 3, tryPenalty: 0.3 },
  'immediate-unchecked': { kind: 'practice', behaviour: 'immediate' },
  'drawn-below': { certainty: true, questionsPerPage: 3 },
};

/** What the two kinds of request that a browser makes for a page answer, with everything that comes along. */
const responses: { from: string; path: string; answer: RawAnswer }[] = [];
const attempts: Record<string, string> = {};
let learner: RawPerson;
/** An examiner who is nothing else: the demonstration's own may have been made an author by another story. */
let examinerLogin = '';

async function ask(from: string, person: RawPerson, where: string): Promise<RawAnswer> {
  const answer = await person.get(where);
  responses.push({ from, path: where, answer });
  return answer;
}

/** Follows every link of our own that a person is shown, and asks for each page's data too. */
async function crawl(from: string, person: RawPerson, starts: readonly string[], most: number): Promise<number> {
  const waiting = [...starts];
  const seen = new Set<string>(waiting);
  let pages = 0;
  for (let next = waiting.shift(); next !== undefined && pages < most; next = waiting.shift()) {
    pages += 1;
    const { text, headers } = await ask(from, person, next);
    if (!String(headers['content-type']).startsWith('text/html')) continue;
    const [where = '/', query = ''] = next.split('?');
    await ask(from, person, `${where === '/' ? '/_root' : where}.data${query && `?${query}`}`);
    for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&');
      if (seen.has(link) || /^\/(assets|sign-out|fonts)/.test(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return pages;
}

/** Something that each type of question takes for an answer, in both shapes that a browser sends. */
const answers: Record<(typeof questionTypes)[number], unknown[]> = {
  single: [0, 1, '2', null],
  multiple: [[0], [0, 2], null],
  'true-false': ['true', 'false'],
  cluster: [
    { 0: 'true', 1: 'false' },
    { 0: 'false', 1: 'true', 2: 'true' },
  ],
  matching: [{ 0: 1 }, { 0: 0, 1: 1, 2: 2 }],
  ordering: [
    [0, 1, 2],
    [2, 1, 0],
  ],
  'short-answer': ['một', 'hai'],
  numerical: ['12,5 km', '7'],
  blanks: [{ 0: 'một' }, { 0: 'hai', 1: 1, 2: '3' }],
  essay: ['Một đoạn văn.'],
};

/** Listens to a stream of events for a while, as the board does. */
function listen(person: RawPerson, where: string, ms: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      new URL(where, address),
      { agent: false, headers: { Cookie: person.cookie } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
        });
        const { statusCode: status = 0, headers } = answer;
        answer.on('close', () => resolve({ status, headers, text }));
      },
    );
    request.on('error', reject);
    setTimeout(() => request.destroy(), ms);
  });
}

/** A session of one quiz with the learner in its only seat, open for the lobby. */
function storeSession(quizId: string, personId: string): string {
  const { unitId, examinerId } = askOne<{ unitId: string; examinerId: string }>(
    `SELECT "unitId", "personId" AS "examinerId" FROM "RoleGrant" WHERE "id" = 'giam-thi-phep-thu'`,
  );
  const id = `phong-${quizId}`;
  const now = Date.now();
  amend(
    `INSERT INTO "ExamSession" ("id", "quizId", "unitId", "title", "room", "examinerId", "lobbyAt", "plannedAt",
       "preparation", "createdAt") VALUES (?, ?, ?, 'Phép thử', 'Phòng 1', ?, ?, ?, 'waiting', ?)`,
    ...[id, quizId, unitId, examinerId, now - 60_000, now + 600_000, now],
  );
  amend('INSERT INTO "ExamSeat" ("sessionId", "personId", "number") VALUES (?, ?, 1)', id, personId);
  return id;
}

let questions: ReturnType<typeof storeSecretQuestions>;

const sourceOf = (code: string) => (code === 'drawn-below' ? questions.drawn : questions.named);

beforeAll(async () => {
  questions = storeSecretQuestions();
  examinerLogin = idleLearner();
  amend(
    `INSERT INTO "RoleGrant" ("id", "personId", "role", "unitId", "fromAt")
     SELECT 'giam-thi-phep-thu', a."personId", 'examiner', p."unitId", ? FROM "Account" a, "Account" k
     JOIN "Person" p ON p."id" = k."personId" WHERE a."login" = ? AND k."login" = 'khaothi'`,
    ...[Date.now() - 60_000, examinerLogin],
  );
  await signInRaw(address, examinerLogin);
  learner = await signInRaw(address, idleLearner());
  for (const [code, settings] of Object.entries(options)) {
    attempts[code] = await beginRaw(learner, storeSecretQuiz(`bi-mat-${code}`, sourceOf(code), settings));
  }
});

describe('while an attempt runs', () => {
  it.each(Object.keys(options))('answers saves, flags and questions about where it stands: %s', async (code) => {
    const where = `/attempts/${attempts[code]}`;
    let sequence = 0;
    let kept = 0;
    for (const [index] of questionTypes.entries()) {
      // Where questions are shuffled, each slot is tried with the answers of every type: refusals may tell nothing either.
      for (const response of Object.values(answers).flat()) {
        sequence += 1;
        const message = { slot: index + 1, sequence, response };
        const answer = await learner.postJson(`${where}/answers`, message);
        responses.push({ from: `save ${code}`, path: JSON.stringify(message), answer });
        if (answer.status === 200) kept += 1;
      }
      const flag = await learner.postJson(`${where}/answers`, { slot: index + 1, flagged: true });
      responses.push({ from: `flag ${code}`, path: where, answer: flag });
    }
    // Forward only, saves of pages that are not reached yet are refused.
    expect(kept).toBeGreaterThan(code === 'forward-only' ? 2 : questionTypes.length);
    for (const rest of ['', '.data', '?page=2', '.data?page=3', '/overview', '/overview.data', '/answers', '/result']) {
      await ask(`attempt ${code}`, learner, where + rest);
    }
  });

  it('shows the learner every page that leads from home and from the papers', async () => {
    const papers = Object.values(attempts).map((id) => `/attempts/${id}`);
    expect(await crawl('learner', learner, ['/', '/results', ...papers], 120)).toBeGreaterThan(25);
  });

  it.each(['leader', 'examiner'])('shows a %s every page that leads from home', async (role) => {
    const login = role === 'leader' ? 'sudoan' : examinerLogin;
    const person = await signInRaw(address, login);
    const own = [`/attempts/${attempts.shuffled}`, `/attempts/${attempts.shuffled}/result`, '/author/questions'];
    expect(await crawl(login, person, ['/', ...own], 150)).toBeGreaterThan(15);
  });

  it('lets a room sit an exam, watched by its examiner', async () => {
    const login = idleLearner();
    const sitter = await signInRaw(address, login);
    const { personId } = askOne<{ personId: string }>('SELECT "personId" FROM "Account" WHERE "login" = ?', login);
    const quizId = storeSecretQuiz('bi-mat-phong', questions.drawn, { shuffleOptions: true, certainty: true });
    const sessionId = storeSession(quizId, personId);
    const room = `/exam-sessions/${sessionId}`;
    const examiner = await signInRaw(address, examinerLogin);
    const prepared = () =>
      askOne<{ n: number }>('SELECT COUNT(*) AS n FROM "Attempt" WHERE "sessionId" = ?', sessionId).n;
    await expect.poll(prepared, { timeout: 20_000 }).toBe(1);
    const { attemptId } = askOne<{ attemptId: string }>(
      'SELECT "id" AS "attemptId" FROM "Attempt" WHERE "sessionId" = ?',
      sessionId,
    );
    const signal = () => sitter.postJson(`${room}/presence`, {});
    // The paper lies ready: before its release not even its questions are told.
    const early = [signal, () => sitter.postJson(`${room}/start`, {}), () => sitter.get(`/attempts/${attemptId}.data`)];
    for (const send of early) {
      const answer = await send();
      responses.push({ from: 'attempt prepared', path: room, answer });
      expect(answer.text).not.toContain('Chọn một ý');
    }
    await ask('attempt prepared', sitter, room);
    await ask('attempt prepared', sitter, `${room}.data`);
    expect((await examiner.post(`${room}/release`)).headers.location).toContain('done=released');
    const watched = listen(examiner, `${room}/events`, 6000);
    const refused = await listen(sitter, `${room}/events`, 500);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const started = await sitter.postJson(`${room}/start`, {});
    expect(started.status).toBe(200);
    responses.push({ from: 'attempt started', path: room, answer: started });
    for (const rest of ['', '.data', '/overview.data', '/answers', '/pulse']) {
      await ask('attempt in a room', sitter, `/attempts/${attemptId}${rest}`);
    }
    let sequence = 0;
    for (const response of Object.values(answers).flat()) {
      sequence += 1;
      const slot = (sequence % questionTypes.length) + 1;
      const answer = await sitter.postJson(`/attempts/${attemptId}/answers`, { slot, sequence, response });
      responses.push({ from: 'save in a room', path: String(slot), answer });
    }
    responses.push({ from: 'attempt in a room', path: room, answer: await signal() });
    const events = await watched;
    expect(events.text).toContain('event: whole');
    expect(events.text).toContain('event: change');
    // A board knows how many are answered, never what.
    for (const { text } of [events, await ask('board', examiner, `${room}/board.json`)]) {
      expect(text).not.toMatch(/"(response|answer|grade|mark|markSum|fraction|correct)"/);
    }
    responses.push({ from: 'board', path: 'events', answer: events });
    for (const rest of ['/board', '/board.data', '/plan', '/attendance', '/seating', '/results', '/slips']) {
      await ask('examiner', examiner, room + rest);
    }
    await ask('examiner', examiner, `${room}/seats/${personId}`);
    for (const login of ['sudoan', 'hocvien']) {
      const other = await signInRaw(address, login);
      for (const rest of ['/board.json', '/board', '/results', `/seats/${personId}`]) {
        const answer = await ask(login, other, room + rest);
        expect([rest, answer.status >= 400], login).toEqual([rest, true]);
      }
    }
  });

  it('told the key nowhere: not in a page, its data, an answer to a save, a refusal or a script', () => {
    expect(responses.length).toBeGreaterThan(500);
    for (const { from, path: where, answer } of responses) {
      const place = `${from} ${where}`;
      const text = answer.text.normalize('NFC').toLowerCase();
      // Ids, feedback, explanations, sources, notes, the texts and numbers that are right.
      expect(text.includes(secret), place).toBe(false);
      expect(/8675309[12]/.test(text), place).toBe(false);
    }
    const folder = path.join(process.cwd(), 'build/client/assets');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      expect(readFileSync(path.join(folder, file), 'utf8').includes(secret), file).toBe(false);
    }
  });

  it('has no field of the key in what belongs to an open paper, not even an empty one', () => {
    const papers = responses.filter(({ from }) => /^(save|flag|attempt) /.test(from));
    expect(papers.length).toBeGreaterThan(300);
    for (const { from, path: where, answer } of papers) {
      expect(answer.text, `${from} ${where}`).not.toMatch(
        /\\*"(correct|isRight|isCorrect|right|fraction|mark|pairs|tolerance|explanationHtml|feedbackHtml|markerNotes|levels|seed|optionOrder|questionId|questionVersionId)\\*"/,
      );
    }
  });
});

it('finds the key as soon as it may be shown: the search can see', async () => {
  const where = `/attempts/${attempts['immediate-unchecked']}`;
  await learner.post(`${where}/submission`);
  const { text } = await learner.get(`${where}/result`);
  expect(text.normalize('NFC').toLowerCase()).toContain(`${secret}-explanation-single`);
  expect((await learner.get(`${where}/result.data`)).text).toMatch(/"right"/);
});
