import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { keepPackage } from '#app/features/course-package/commands/keep-package.server.ts';
import type { PackageManifest } from '#app/features/course-package/core/course-package.ts';
import type { PackageRefusalCode } from '#app/features/course-package/core/package-refusal.ts';
import { PackageRefusal } from '#app/features/course-package/core/package-refusal.ts';
import { en } from '#app/features/course-package/messages/en.ts';
import { vi } from '#app/features/course-package/messages/vi.ts';
import { openPackage } from '#app/features/course-package/queries/read-package.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { png, svg } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { asFile, exportedBytes, partsOf, repacked, withJson } from '#tests/fixtures/package-file.ts';
import { buildRichCourse, sha } from '#tests/fixtures/packed-course.ts';
import { zipOf } from '#tests/fixtures/zip.ts';

useTestDatabase();

type Parts = Map<string, Buffer>;
// biome-ignore lint/suspicious/noExplicitAny: what is broken on purpose has no type
type Loose = any;

let corps: Corps;
let good: Buffer;
let parts: Parts;
beforeAll(async () => {
  corps = await buildCorps();
  const { courseId } = await buildRichCourse(corps);
  good = await exportedBytes(corps.giang, courseId);
  parts = await partsOf(good);
}, 60_000);

const json = (name: string, change: (value: Loose) => void) => repacked(withJson(parts, name, change));
const listed = (change: (manifest: PackageManifest & Record<string, unknown>) => unknown) =>
  repacked(parts, (manifest) => void change(manifest as never));
const pictureName = () => [...parts.keys()].find((name) => name.endsWith('.png'))!;
const filmName = () => [...parts.keys()].find((name) => name.endsWith('.mp4'))!;
const without = (name: string) => new Map([...parts].filter(([each]) => each !== name));
const raw = (change: (entries: { name: string; content: Buffer | string }[]) => void) => {
  const entries = [...parts].map(([name, content]) => ({ name, content: content as Buffer | string }));
  change(entries);
  return zipOf(entries);
};

/** A medium under the name of another content: the list agrees, its id does not. */
function otherPicture(content: Buffer, { isRenamed = false } = {}) {
  const name = pictureName();
  const changed = new Map<string, Buffer | string>(parts);
  changed.delete(name);
  changed.set(isRenamed ? `media/${sha(content)}.png` : name, content);
  const id = name.slice('media/'.length, -'.png'.length);
  const media = JSON.parse(parts.get('media.json')!.toString());
  const course = parts.get('course.json')!.toString();
  const questions = parts.get('questions.json')!.toString();
  if (isRenamed) {
    for (const each of media.media) if (each.id === id) each.id = sha(content);
    changed.set('media.json', JSON.stringify(media));
    changed.set('course.json', course.replaceAll(id, sha(content)));
    changed.set('questions.json', questions.replaceAll(id, sha(content)));
  }
  return repacked(changed);
}

const cases: [string, PackageRefusalCode, () => Uint8Array, string?][] = [
  ['an empty file', 'empty-file', () => Buffer.alloc(0)],
  ['a picture', 'not-a-zip', () => png()],
  ['a text that begins like a zip', 'damaged', () => Buffer.from('PK and nothing more')],
  ['a file cut in half', 'damaged', () => good.subarray(0, good.length / 2)],
  ['a file without its end', 'damaged', () => good.subarray(0, good.length - 30)],
  ['another zip', 'not-a-package', () => zipOf([{ name: 'word/document.xml', content: '<a/>' }])],
  ['a list that is no list', 'not-text', () => zipOf([{ name: 'manifest.json', content: '{' }])],
  ['a list of something else', 'not-a-package', () => zipOf([{ name: 'manifest.json', content: '{"format":"x"}' }])],
  ['a list that is a number', 'not-a-package', () => zipOf([{ name: 'manifest.json', content: '7' }])],
  ['a newer version', 'newer-version', () => listed((manifest) => Object.assign(manifest, { version: 2, new: 1 }))],
  ['version 0', 'not-a-package', () => listed((manifest) => Object.assign(manifest, { version: 0 }))],
  ['an unknown field of the list', 'unknown-field', () => listed((manifest) => Object.assign(manifest, { extra: 1 }))],
  ['a changed byte of a text', 'checksum', () => raw((all) => swap(all, 'course.json', 'Khóa', 'Khoá'))],
  ['a changed byte of a film', 'checksum', () => raw((all) => swap(all, filmName(), 'ftyp', 'ftyq')), 'mp4'],
  ['a changed list', 'checksum', () => listed((manifest) => (manifest.mark = 'f'.repeat(64)))],
  ['a shorter text', 'checksum', () => raw((all) => swap(all, 'quizzes.json', '\n', ''))],
  ['a file that nobody listed', 'unknown-file', () => raw((all) => all.push({ name: 'readme.txt', content: 'x' }))],
  ['a folder', 'unknown-file', () => raw((all) => all.push({ name: 'media/', content: '' }))],
  ['a listed stranger', 'unknown-file', () => repacked(new Map<string, Buffer | string>([...parts, ['run.sh', 'x']]))],
  ['a listed medium of nobody', 'unknown-file', () => repacked(new Map([...parts, [`media/${sha('x')}.png`, png()]]))],
  ['a missing text', 'missing-file', () => raw((all) => drop(all, 'questions.json'))],
  ['a missing film', 'missing-file', () => raw((all) => drop(all, filmName()))],
  ['a film that the list forgot', 'missing-file', () => repacked(without(filmName()))],
  ['a text that the list forgot', 'missing-file', () => repacked(without('media.json'))],
  ['two files of one name', 'damaged', () => raw((all) => all.push({ name: 'course.json', content: '{}' }))],
  ['a list that names a file twice', 'repeated-file', () => listed(({ files }) => files.push(files[0]!))],
  ['a way out of the package', 'unsafe-name', () => raw((all) => all.push({ name: '../../x', content: 'x' }))],
  ['a way out by back strokes', 'unsafe-name', () => raw((all) => all.push({ name: '..\\..\\x', content: 'x' }))],
  ['an absolute name', 'unsafe-name', () => raw((all) => all.push({ name: '/etc/passwd', content: 'x' }))],
  ['a listed way out', 'unknown-file', () => listed(({ files }) => (files[0]!.path = '../../x'))],
  ['a bomb', 'too-large', () => raw((all) => all.push({ name: 'bomb', content: Buffer.alloc(20_000_000) }))],
  ['a bomb in a text', 'too-large', () => bombAs('questions.json')],
  ['a list of 5 MB', 'too-large', () => zipOf([{ name: 'manifest.json', content: ' '.repeat(5_000_000) }])],
  ['a part that lies about its length', 'damaged', () => lyingAbout('course.json')],
  ['a password', 'with-password', () => zipOf([{ name: 'manifest.json', content: '{}', says: { flags: 1 } }])],
  ['broken UTF-8', 'not-text', () => repacked(new Map([...parts, ['course.json', Buffer.from([0x7b, 0xff])]]))],
  ['no JSON', 'not-text', () => repacked(new Map<string, Buffer | string>([...parts, ['media.json', 'media']]))],
  ['a sign of nothing', 'not-text', () => json('course.json', (course) => (course.title = 'a\u0000b'))],
  ['half a sign', 'not-text', () => json('course.json', (course) => (course.title = 'a\ud800b'))],
  ['a million brackets', 'bad-value', () => deep(1_000_000)],
  ['an unknown field of the course', 'unknown-field', () => json('course.json', (course) => (course.colour = 'red'))],
  ['an unknown field of a lesson', 'unknown-field', () => json('course.json', (c) => (lesson(c).video = 'x'))],
  ['an unknown field of a question', 'unknown-field', () => json('questions.json', (b) => (b.questions[0].x = 1))],
  ['an unknown field of a body', 'unknown-field', () => json('questions.json', (b) => (b.questions[0].body.x = 1))],
  ['an unknown field of a category', 'unknown-field', () => json('questions.json', (b) => (b.categories[0].x = 1))],
  ['an unknown setting', 'unknown-field', () => json('quizzes.json', (q) => (q.quizzes[0].settings.webcam = true))],
  ['an unknown field of a matrix', 'unknown-field', () => json('quizzes.json', (q) => (q.quizzes[1].blueprint.x = 1))],
  ['an unknown field of a slot', 'unknown-field', () => json('quizzes.json', (q) => (q.quizzes[0].slots[0].x = 1))],
  ['an unknown field of a medium', 'unknown-field', () => json('media.json', (m) => (m.media[0].x = 1))],
  [
    'an unknown type of question',
    'unknown-type',
    () => json('questions.json', (b) => (b.questions[0].body.type = 'hologram')),
  ],
  ['a question without its key', 'bad-value', () => json('questions.json', (b) => delete single(b).body.correct)],
  ['a key that is no option', 'unsound-question', () => json('questions.json', (b) => (single(b).body.correct = 'zz'))],
  [
    'a question of a strange standing',
    'bad-value',
    () => json('questions.json', (b) => (b.questions[0].standing = 'holy')),
  ],
  [
    'a setting out of its range',
    'bad-value',
    () => json('quizzes.json', (q) => (q.quizzes[0].settings.passGrade = 99)),
  ],
  ['a course without a title', 'bad-value', () => json('course.json', (course) => delete course.title)],
  ['a code that is none', 'bad-value', () => json('course.json', (course) => (course.code = '../x'))],
  ['a day that is none', 'bad-value', () => json('course.json', (course) => (lesson(course).asOf = '2026-13-40'))],
  ['two lessons of one code', 'repeated-code', () => json('course.json', (c) => c.modules[0].lessons.push(lesson(c)))],
  ['two questions of one code', 'repeated-code', () => json('questions.json', (b) => b.questions.push(b.questions[0]))],
  ['two quizzes of one code', 'repeated-code', () => json('quizzes.json', (q) => q.quizzes.push(q.quizzes[0]))],
  [
    'a question of no category',
    'unknown-reference',
    () => json('questions.json', (b) => (b.questions[0].category = 'x')),
  ],
  ['a category above itself', 'unknown-reference', () => json('questions.json', (b) => circle(b.categories))],
  [
    'a slot of no question',
    'unknown-reference',
    () => json('quizzes.json', (q) => (q.quizzes[0].slots[0].question = 'x')),
  ],
  ['a quiz of no module', 'unknown-reference', () => json('quizzes.json', (q) => (q.quizzes[0].module = 'x'))],
  [
    'a picture that is not there',
    'unknown-reference',
    () => json('course.json', (c) => (lesson(c).body = `![x](media:${sha('x')})`)),
  ],
  ['a picture that is a drawing with a program', 'wrong-content', () => otherPicture(svg, { isRenamed: true })],
  [
    'a picture that is a film',
    'wrong-content',
    () => otherPicture(Buffer.concat([parts.get(filmName())!, png()]), { isRenamed: true }),
  ],
  ['another picture under the same name', 'wrong-content', () => otherPicture(png(9, 9, 'khác'))],
  [
    'captions that are none',
    'wrong-content',
    () => repacked(new Map<string, Buffer | string>([...parts, [captionName(), '<html>']])),
  ],
  ['counts that are wrong', 'wrong-counts', () => listed(({ counts }) => (counts.questions = 5))],
  ['another course in the list', 'bad-value', () => listed(({ course }) => (course.code = 'khac'))],
];

function swap(entries: { name: string; content: Buffer | string }[], name: string, from: string, to: string) {
  const entry = entries.find((each) => each.name === name)!;
  entry.content = Buffer.from(Buffer.from(entry.content).toString('latin1').replace(latin(from), latin(to)), 'latin1');
}
const latin = (text: string) => Buffer.from(text).toString('latin1');
function drop(entries: { name: string }[], name: string) {
  entries.splice(
    entries.findIndex((each) => each.name === name),
    1,
  );
}
const lesson = (course: Loose) => course.modules[0].lessons[0];
const single = (bank: Loose) => bank.questions.find((each: Loose) => each.body.type === 'single');
const captionName = () => [...parts.keys()].find((name) => name.endsWith('.vtt'))!;
function circle(categories: Loose[]) {
  const [first, other] = categories;
  first.parent = other.code;
  other.parent = first.code;
}
function bombAs(name: string): Uint8Array {
  return raw((all) => {
    all.find((each) => each.name === name)!.content = Buffer.alloc(30_000_000, 32);
  });
}
function lyingAbout(name: string): Uint8Array {
  const size = parts.get(name)!.length;
  return zipOf(
    [...parts].map(([each, content]) =>
      each === name
        ? { name: each, content: Buffer.concat([content, content]), says: { size } }
        : { name: each, content },
    ),
  );
}
function deep(depth: number): Uint8Array {
  return repacked(new Map<string, Buffer | string>([...parts, ['course.json', '['.repeat(depth) + ']'.repeat(depth)]]));
}

const opened = (bytes: Uint8Array) =>
  asFile(bytes, (file) =>
    openPackage(file, { isWhole: true }).then(
      (one) => {
        one.close();
        return null;
      },
      (error: unknown) => error,
    ),
  );

const inOnePiece = async function* (content: Uint8Array) {
  yield content;
};

async function rows(): Promise<unknown[]> {
  const { read } = database();
  return Promise.all([
    ...[read.course.count(), read.lesson.count(), read.question.count(), read.questionVersion.count()],
    ...[read.quiz.count(), read.quizSlot.count(), read.mediaFile.count(), read.mediaCaption.count()],
    ...[read.courseDraft.count(), read.lessonDraft.count(), read.questionCategory.count(), read.auditEvent.count()],
  ]);
}

describe('packages that are refused', () => {
  it('the good one is not', async () => {
    expect(await opened(good)).toBeNull();
    expect(await opened(repacked(parts))).toBeNull();
  });

  it.each(cases)('%s: %s', async (_, code, make, inFile = '') => {
    const refusal = await opened(make());
    expect(refusal).toBeInstanceOf(PackageRefusal);
    expect(refusal).toMatchObject({ code });
    expect((refusal as PackageRefusal).file).toContain(inFile);
  });

  it('leaves nothing behind, whatever it was', async () => {
    const before = await rows();
    for (const [name, code, make] of cases) {
      const staged = await stageFile(inOnePiece(make()), 1e9);
      expect(await keepPackage(corps.giang, staged!), name).toMatchObject({ kind: 'refused', refusal: { code } });
    }
    expect(await rows()).toEqual(before);
    const data = process.env.HOCTAP35_DATA!;
    expect(readdirSync(path.join(data, 'media', 'incoming'))).toEqual([]);
    expect(readdirSync(data)).not.toContain('packages');
  }, 60_000);

  it('has words for every reason', () => {
    for (const [, code] of cases) {
      expect(vi.refusals[code]).toMatch(/\p{L}/u);
      expect(en.refusals[code]).toMatch(/\p{L}/u);
    }
  });

  it('refuses or takes a file with any byte changed, but never fails in another way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(good);
        changed[at] = changed[at]! ^ by;
        const refusal = await opened(changed);
        expect(refusal === null || refusal instanceof PackageRefusal, String(refusal)).toBe(true);
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('refuses any file that is cut off anywhere, and any noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        expect(await opened(good.subarray(0, length))).toBeInstanceOf(PackageRefusal);
        expect(await opened(Buffer.concat([Buffer.from('PK'), randomBytes(length % 5000)]))).toBeInstanceOf(
          PackageRefusal,
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
