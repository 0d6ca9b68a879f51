/**
 * A course with films of 300 MB goes out as a package and comes into another installation: MB a second, and the memory of the
 * process as it grows. `npm run bench -- course-package [--megabytes 300] [--questions 1000]`; prints a line of JSON a step.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compose } from '#app/composition.server.ts';
import { courseParts } from '#app/course-parts.server.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { exportPackage } from '#app/features/course-package/commands/export-package.server.ts';
import { importPackage } from '#app/features/course-package/commands/import-package.server.ts';
import { openPackage } from '#app/features/course-package/queries/read-package.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { importQuestions } from '#app/features/questions/commands/import-questions.server.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { mp4 } from '#tests/features/media/files.ts';
import { buildCorps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';
import { secondInstallation } from '#tests/fixtures/second-installation.ts';
import { argument } from './arguments.ts';

const megabytes = Number(argument('megabytes', '300'));
const wanted = Number(argument('questions', '1000'));
const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-bench-'));
const file = path.join(folder, 'kh.hoctap35.zip');
compose();

const megabyte = (bytes: number) => Math.round(bytes / 1_048_576);

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [at, cpu] = [performance.now(), process.cpuUsage()];
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 10);
  const value = await work();
  clearInterval(look);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - at) / 1000;
  const figures = { seconds: Number(seconds.toFixed(2)), cpuSeconds: Number(((user + system) / 1e6).toFixed(2)) };
  console.log(
    JSON.stringify({ step: name, ...figures, rssBeforeMegabytes: megabyte(before), peakRssMegabytes: megabyte(peak) }),
  );
  return value;
}

/** Noise with the head of a film: nothing packs it. */
async function* film(size: number, salt: string) {
  yield mp4;
  let block = createHash('sha512').update(salt).digest();
  const piece = Buffer.alloc(65_536);
  for (let written = mp4.length; written < size; written += piece.length) {
    block = createHash('sha512').update(block).digest();
    for (let at = 0; at < piece.length; at += block.length) block.copy(piece, at);
    yield piece.subarray(0, Math.min(piece.length, size - written));
  }
}

const question = (at: number) => ({
  ...{ code: `cau-${at}`, type: 'single', difficulty: 'easy', explanation: 'Vì thế.', source: 'Nghị quyết 35' },
  stem: `Theo Nghị quyết số 35-NQ/TW, nội dung nào sau đây nói đúng về điểm ${at + 1}?`,
  options: ['một', 'hai', 'ba', 'bốn'].map((text, index) => ({ text: `${text} ${at}`, correct: index === at % 4 })),
});

const [first, second] = [await secondInstallation(), await secondInstallation()];
try {
  await first.visit(async () => {
    const corps = await buildCorps();
    const content = smallCourse();
    for (let left = megabytes, at = 0; left > 0; left -= 150, at += 1) {
      const staged = (await stageFile(film(Math.min(left, 150) * 1_048_576, `phim ${at}`), 1e9))!;
      const added = await addMedia(theSystem, { staged, name: `${at}.mp4` }, 'content');
      if (added.kind !== 'added') throw new Error(added.problem);
      content.modules[0]!.lessons[0]!.body += `\n\n![video: Phim](media:${added.media.id})`;
    }
    const { courseId } = await importCourse(theSystem, content, corps.corps.id);
    const questions = Array.from({ length: wanted }, (_, at) => question(at));
    const modules = [{ code: 'kh-01', name: 'Chuyên đề một', questions }];
    await importQuestions(theSystem, { unitId: corps.corps.id, modules });
    const quizzes = [{ code: 'kh-q', title: 'Bài', kind: 'exam', slots: [{ random: 'kh-01', count: 20 }] }];
    await importQuizzes(theSystem, { unitId: corps.corps.id, courseId, quizzes });
    await step('export', async () => {
      const { chunks } = await exportPackage(corps.giang, courseId, { of: 'published' });
      await pipeline(Readable.from(chunks), createWriteStream(file));
    });
  });
  await second.visit(async () => {
    const corps = await buildCorps();
    const order = { unitId: corps.corps.id, as: 'published' as const, note: '', seen: null };
    const opened = await step('check every byte', () => openPackage(file, { isWhole: true }));
    const { kind } = await step('take in', () => importPackage(corps.giang, opened, order, courseParts));
    opened.close();
    const again = await step('open', () => openPackage(file, { isWhole: false }));
    const twice = await step('take in again', () => importPackage(corps.giang, again, order, courseParts));
    again.close();
    console.log(
      JSON.stringify({ megabytes: megabyte(statSync(file).size), questions: wanted, kind, again: twice.kind }),
    );
  });
} finally {
  await first.close();
  await second.close();
  rmSync(folder, { recursive: true, force: true });
}
