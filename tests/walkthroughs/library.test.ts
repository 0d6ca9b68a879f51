import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { assignCourse } from '#app/features/courses/commands/assign-course.server.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { lessonsReferringTo } from '#app/features/courses/queries/lessons-referring.server.ts';
import { addItem } from '#app/features/library/commands/add-item.server.ts';
import { changeItem } from '#app/features/library/commands/change-item.server.ts';
import { importItems } from '#app/features/library/commands/import-items.server.ts';
import { restoreItem } from '#app/features/library/commands/restore-item.server.ts';
import { retireItem } from '#app/features/library/commands/retire-item.server.ts';
import type { ItemFields } from '#app/features/library/core/item.ts';
import { authorLibrary } from '#app/features/library/queries/author-library.server.ts';
import { itemEditor } from '#app/features/library/queries/item-editor.server.ts';
import { itemPage } from '#app/features/library/queries/item-page.server.ts';
import { libraryPage } from '#app/features/library/queries/library-page.server.ts';
import { libraryPicks } from '#app/features/library/queries/library-picks.server.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { setClock } from '#app/platform/clock.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { usedMedia } from '#app/used-media.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { pdf, png } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';

useTestDatabase();

const words = { keyPoints: 'Ghi nhớ', toFill: 'Bổ sung', table: 'Bảng' };
const notFound = { code: 'not-found' };
const all = { q: '', kind: '', topic: '', page: 1 } as const;

async function* bytesOf(bytes: Uint8Array) {
  yield bytes;
}
const keptFile = async (bytes: Uint8Array, name: string) => {
  const staged = (await stageFile(bytesOf(bytes), 1_000_000))!;
  const added = await addMedia(theSystem, { staged, name }, 'content');
  if (added.kind !== 'added') throw new Error('refused');
  return added.media.id;
};

const fields = (change: Partial<ItemFields> = {}): ItemFields => ({
  ...{ kind: 'document', title: 'Quy định về sử dụng mạng xã hội', body: '', topic: 'Trong Quân đội', tags: [] },
  ...{ source: 'Phòng Chính trị sư đoàn', symbol: '12/QyĐ-SĐ', link: '', issuedOn: '2026-05-01', asOf: '2026-11-20' },
  ...{ mediaId: null, mediaAlt: '', ...change },
});

describe('a library of units', () => {
  let corps: Corps;
  /** An author of division S1 alone. */
  let local: Actor;
  const [high, low] = [newId(), newId()];
  const titles = async (actor: Actor, q = '') => {
    const page = await libraryPage(actor, { ...all, q });
    return page.items.map(({ title }) => title);
  };

  beforeAll(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    corps = await buildCorps();
    local = { ...corps.thuy, grants: [{ role: 'author', unitPath: corps.s1.path }] };
    const ofCorps = { title: 'Nghị quyết của Đảng ủy', issuedOn: '2026-06-01', symbol: '7-NQ/ĐU', source: 'Đảng ủy' };
    const sent = { id: high, unitId: corps.corps.id, item: fields(ofCorps) };
    expect(await addItem(corps.giang, sent)).toEqual({ kind: 'added' });
    expect(await addItem(local, { id: low, unitId: corps.s1.id, item: fields() })).toEqual({ kind: 'added' });
  });

  it('adds one thing for a form that is sent twenty times at once', async () => {
    const id = newId();
    const sent = { id, unitId: corps.s1.id, item: fields({ title: 'Gửi nhiều lần' }) };
    await Promise.all(Array.from({ length: 20 }, () => addItem(local, sent)));
    expect(await database().read.libraryItem.count({ where: { id } })).toBe(1);
    expect(await database().read.auditEvent.count({ where: { op: 'library.item-added', subjectId: id } })).toBe(1);
    await retireItem(local, id);
  });

  it('shows each reader what belongs to the units above, the newest first', async () => {
    expect(await titles(corps.an)).toEqual(['Nghị quyết của Đảng ủy', 'Quy định về sử dụng mạng xã hội']);
    expect(await titles(corps.em)).toEqual(['Nghị quyết của Đảng ủy']);
    expect(await titles(corps.giang)).toEqual(['Nghị quyết của Đảng ủy', 'Quy định về sử dụng mạng xã hội']);
    await expect(itemPage(corps.em, low, words)).rejects.toMatchObject(notFound);
    expect((await itemPage(corps.an, low, words)).item.source).toBe('Phòng Chính trị sư đoàn');
  });

  it.each([
    ['quy dinh mang xa hoi', 1],
    ['QUY ĐỊNH', 1],
    ['12/qyd', 1],
    ['phong chinh tri', 1],
    ['nghi quyet mang', 0],
    ['', 2],
  ])('finds without tone marks, all words: %s', async (q, count) => {
    expect(await titles(corps.an, q)).toHaveLength(count);
  });

  it('counts topics and kinds of what was found', async () => {
    const page = await libraryPage(corps.an, all);
    expect(page.topics).toEqual([{ topic: 'Trong Quân đội', count: 2 }]);
    expect(page.kinds).toMatchObject({ document: 2, clip: 0 });
  });

  it('is not found by an author of another unit, in no way', async () => {
    const item = fields();
    const other: Actor = { ...corps.hanh, grants: [{ role: 'author', unitPath: corps.s2.path }] };
    await expect(itemEditor(other, low)).rejects.toMatchObject(notFound);
    await expect(changeItem(other, low, { base: 1, item })).rejects.toMatchObject(notFound);
    await expect(retireItem(other, low)).rejects.toMatchObject(notFound);
    await expect(restoreItem(other, low)).rejects.toMatchObject(notFound);
    await expect(addItem(other, { id: newId(), unitId: corps.s1.id, item })).rejects.toMatchObject(notFound);
    // Somebody else's id tells nothing either.
    await expect(addItem(other, { id: low, unitId: corps.s2.id, item })).rejects.toMatchObject(notFound);
    await expect(changeItem(local, high, { base: 1, item })).rejects.toMatchObject(notFound);
    for (const [actor, code] of [
      [corps.an, 'forbidden'],
      [corps.khoi, 'forbidden'],
    ] as const)
      await expect(addItem(actor, { id: newId(), unitId: corps.c1.id, item })).rejects.toMatchObject({ code });
  });

  it('refuses what is wrong as a whole and writes nothing', async () => {
    const item = fields({ asOf: '2026-01-01' });
    const refused = { kind: 'invalid', problems: [{ field: 'asOf', code: 'before-issue' }] };
    expect(await changeItem(local, low, { base: 1, item })).toEqual(refused);
    const id = newId();
    expect(await addItem(local, { id, unitId: corps.s1.id, item })).toEqual(refused);
    expect(await database().read.libraryItem.count({ where: { id } })).toBe(0);
  });

  it('does not let two authors overwrite each other: the second hears what the first wrote', async () => {
    const first = fields({ title: 'Bản của tác giả quân đoàn' });
    expect(await changeItem(corps.giang, low, { base: 1, item: first })).toEqual({ kind: 'changed' });
    const mine = fields({ title: 'Bản của tác giả sư đoàn', tags: ['mạng'] });
    const answer = await changeItem(local, low, { base: 1, item: mine });
    expect(answer).toMatchObject({
      ...{ kind: 'conflict', by: 'Bùi Hương Giang', revision: 2, differences: ['title', 'tags'] },
      theirs: { title: 'Bản của tác giả quân đoàn' },
    });
    // The same sent twice is no conflict with oneself.
    expect(await changeItem(corps.giang, low, { base: 1, item: first })).toEqual({ kind: 'unchanged' });
    expect(await changeItem(local, low, { base: 2, item: mine })).toEqual({ kind: 'changed' });
    expect((await itemEditor(local, low)).item.title).toBe('Bản của tác giả sư đoàn');
    expect(await titles(corps.an, 'ban cua tac gia')).toEqual(['Bản của tác giả sư đoàn']);
  });

  it('takes a thing out of use and back: readers and picks lose it, its author does not', async () => {
    await retireItem(local, low);
    await retireItem(local, low);
    await expect(itemPage(corps.an, low, words)).rejects.toMatchObject(notFound);
    expect((await itemPage(local, low, words)).item.isRetired).toBe(true);
    expect((await libraryPicks(local, 'su doan')).map(({ id }) => id)).not.toContain(low);
    expect((await authorLibrary(local, { ...all, isRetired: true })).items.map(({ id }) => id)).toContain(low);
    expect(await database().read.auditEvent.count({ where: { op: 'library.item-retired', subjectId: low } })).toBe(1);
    await restoreItem(local, low);
    expect((await itemPage(corps.an, low, words)).item.isRetired).toBe(false);
  });

  it('carries files, which then count as used', async () => {
    const [document, picture] = [await keptFile(pdf, 'Quy định.pdf'), await keptFile(png(4, 4, 'trong bài'), 'a.png')];
    const item = fields({ mediaId: document, mediaAlt: 'Toàn văn', body: `![sơ đồ](media:${picture})` });
    const { revision } = await itemEditor(local, low);
    expect(await changeItem(local, low, { base: revision, item })).toEqual({ kind: 'changed' });
    const { fileHtml, html } = await itemPage(corps.an, low, words);
    expect(fileHtml).toContain(`<a href="/media/${document}">Toàn văn</a> (PDF)`);
    expect(html).toContain(`src="/media/${picture}"`);
    expect(await itemEditor(local, low)).toMatchObject({ fileName: 'Quy định.pdf' });
    const used = new Set((await Promise.all(usedMedia.map((list) => list()))).flatMap((ids) => [...ids]));
    expect(used).toContain(document);
    expect(used).toContain(picture);
    const gone = fields({ mediaId: 'f'.repeat(64) });
    expect(await changeItem(local, low, { base: revision + 1, item: gone })).toMatchObject({
      problems: [{ field: 'mediaId', code: 'file-gone' }],
    });
  });
});

describe('a lesson that refers to the library', () => {
  let corps: Corps;
  let course: { courseId: string; lessonId: string };
  const id = newId();
  const target = `library:${id}`;

  beforeAll(async () => {
    setClock(() => new Date('2026-11-23T02:00:00Z'));
    corps = await buildCorps();
    await addItem(corps.giang, { id, unitId: corps.corps.id, item: fields({ title: 'Nguồn của bài' }) });
    const content = smallCourse();
    const [first] = content.modules;
    const body = `Xem [nguồn](${target}) và [bản cũ](library:khong-co).`;
    const lessons = first!.lessons.map((lesson) => ({ ...lesson, body }));
    const { courseId } = await importCourse(
      theSystem,
      { ...content, modules: [{ ...first!, lessons }] },
      corps.corps.id,
    );
    const lesson = await database().read.lesson.findFirstOrThrow({ where: { code: 'kh-01-01' } });
    course = { courseId, lessonId: lesson.id };
    await assignCourse(corps.giang, {
      ...{ courseId, title: 'Học tập', unitIds: [corps.s1.id], openOn: '2026-11-01', dueOn: '2026-11-30' },
      ...{ closeOn: null, rule: { lessons: 'all', quizIds: [] } },
    });
  });
  const lessonHtml = async (actor: Actor) => (await lessonPage(actor, course, words)).html;

  it('leads there, and what is not there is words alone', async () => {
    const html = await lessonHtml(corps.an);
    expect(html).toContain(`<a href="/library/${id}">nguồn</a> và bản cũ.`);
  });

  it('is told on the page of the thing, to who may read the lesson', async () => {
    expect(await lessonsReferringTo(corps.an, target)).toMatchObject([
      { id: course.lessonId, courseId: course.courseId },
      { title: 'Tiếp theo' },
    ]);
    expect(await lessonsReferringTo(corps.em, target)).toEqual([]);
    expect(await lessonsReferringTo(corps.giang, target)).toHaveLength(2);
    expect(await lessonsReferringTo(corps.an, target.slice(0, -1))).toEqual([]);
  });

  it('keeps the words when the thing is retired, and tells its author while writing', async () => {
    await retireItem(corps.giang, id);
    expect(await lessonHtml(corps.an)).toContain('Xem nguồn và bản cũ.');
    const blocks = {
      note: '',
      caution: '',
      important: '',
      example: '',
      source: '',
      checkInside: '',
      deadLink: '(đã cất)',
    };
    const { html } = await lessonPreview(corps.giang, course, null, { ...words, blocks });
    expect(html).toContain('nguồn <small>(đã cất)</small>');
    await restoreItem(corps.giang, id);
    expect(await lessonHtml(corps.an)).toContain(`href="/library/${id}"`);
  });

  it('is picked by words, as the text that goes into the lesson', async () => {
    const [pick] = await libraryPicks(corps.giang, 'nguon cua bai');
    expect(pick).toMatchObject({ id, text: `[Nguồn của bài](${target})` });
    await expect(libraryPicks(corps.an, '')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('things of a content folder', () => {
  let corps: Corps;
  const entry = (change: object = {}) => ({
    ...{ code: 'nq-1', kind: 'document', title: 'Nghị quyết một', topic: 'Đảng', source: 'Bộ Chính trị' },
    ...{ asOf: '2026-11-22', ...change },
  });
  const load = (...items: object[]) => importItems(theSystem, { unitId: corps.corps.id, items });

  beforeAll(async () => {
    corps = await buildCorps();
  });

  it('come in once, change with the folder, and stay as an author left them', async () => {
    expect(await load(entry())).toEqual({ created: 1, changed: 0, unchanged: 0 });
    expect(await load(entry())).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect(await load(entry({ symbol: '1-NQ/TW' }))).toEqual({ created: 0, changed: 1, unchanged: 0 });
    const { item, revision } = await itemEditor(corps.giang, 'nq-1');
    await changeItem(corps.giang, 'nq-1', { base: revision, item: { ...item, title: 'Tên của tác giả' } });
    expect(await load(entry({ symbol: '2-NQ/TW' }))).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect((await itemEditor(corps.giang, 'nq-1')).item.title).toBe('Tên của tác giả');
  });

  it('come in all or not at all, with each problem named', async () => {
    await expect(
      load(entry({ code: 'nq-2' }), entry({ code: 'nq-3', source: ' ', asOf: '2026-02-30' })),
    ).rejects.toMatchObject({
      details: { fields: { 'nq-3.source': ['missing'], 'nq-3.asOf': ['not-a-date'] } },
    });
    await expect(load(entry({ code: 'nq-2' }), entry({ code: 'nq-2' }))).rejects.toMatchObject({
      details: { fields: { 'nq-2.code': ['duplicate'] } },
    });
    expect(await database().read.libraryItem.count({ where: { id: { startsWith: 'nq-2' } } })).toBe(0);
  });
});
