import { beforeAll, describe, expect, it } from 'vitest';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importCourse } from '#app/features/courses/commands/import-course.server.ts';
import { saveLessonDraft } from '#app/features/courses/commands/save-lesson-draft.server.ts';
import { lessonEditor } from '#app/features/courses/queries/lesson-editor.server.ts';
import { lessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { lessonPreview } from '#app/features/courses/queries/lesson-preview.server.ts';
import { publicationPage } from '#app/features/courses/queries/publication-page.server.ts';
import { addMedia } from '#app/features/media/commands/add-media.server.ts';
import { saveCaptions } from '#app/features/media/commands/save-captions.server.ts';
import type { CueRow } from '#app/features/media/core/captions/cue.ts';
import { captionsPage } from '#app/features/media/queries/captions-page.server.ts';
import { mediaCaption } from '#app/features/media/queries/media-caption.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import * as captionsRoute from '#app/routes/author/media/captions.tsx';
import { authorFile, authorFiles, captionedFile } from '#app/routes/author/media/files.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { film, mp3, pdf } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { smallCourse } from '#tests/fixtures/course-content.ts';
import { sendForm } from '../routes/media/send-form.ts';
import { signedIn } from '../routes/signed-in.ts';

useTestDatabase();

const words = { keyPoints: '', toFill: '', table: '', captions: { vi: 'Tiếng Việt' } };
const row = (start: string, end: string, text: string): CueRow => ({ start, end, text });
const two = [row('0:01', '0:02.5', 'Chào các đồng chí'), row('0:03', '0:04', 'Bài hôm nay')];

let corps: Corps;
let other: Actor;
let authorOfS2: Actor;
let filmId: string;
let soundId: string;
let at: { courseId: string; lessonId: string };

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}
async function add(who: Actor, bytes: Uint8Array, name: string): Promise<string> {
  const staged = (await stageFile(inOne(bytes), 1_000_000))!;
  const added = await addMedia(who, { staged, name }, 'content');
  if (added.kind !== 'added') throw new Error(added.problem);
  return added.media.id;
}
const save = (rows: CueRow[], base: string, who = corps.giang) =>
  saveCaptions(who, { mediaId: filmId, lang: 'vi', base, rows });
const tag = async () => (await captionsPage(filmId, 'vi')).captions.tag;

beforeAll(async () => {
  corps = await buildCorps();
  other = { ...corps.giang, personId: corps.an.personId };
  await grantRole(theSystem, { personId: corps.hanh.personId, role: 'author', unitId: corps.s2.id });
  authorOfS2 = { ...corps.hanh, grants: [{ role: 'author', unitPath: corps.s2.path }] };
  filmId = await add(corps.giang, film({ scale: 1000, duration: 10_000 }), 'phim.mp4');
  soundId = await add(corps.giang, mp3, 'tiếng.mp3');
  const { courseId } = await importCourse(theSystem, smallCourse(), corps.corps.id);
  const lesson = await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-01-01' } });
  at = { courseId, lessonId: lesson.id };
  const { text, revision } = await lessonEditor(corps.giang, courseId, lesson.id);
  const body = `Xem.\n\n![video: Phim](media:${filmId})\n\n![audio: Tiếng](media:${soundId})`;
  await saveLessonDraft(corps.giang, at, { base: revision, text: { ...text, body } });
});

describe('a film without captions', () => {
  it('is hinted at where the lesson is written and published, and holds nothing up', async () => {
    const preview = await lessonPreview(corps.giang, at, null, words);
    expect(preview.uncaptioned.sort()).toEqual([filmId, soundId].sort());
    const page = await publicationPage(corps.giang, at.courseId);
    expect(page.captionHints).toMatchObject([
      { mediaId: filmId, line: 3, name: 'Phim', lessonId: at.lessonId },
      { mediaId: soundId, line: 5, name: 'Tiếng' },
    ]);
    expect(page.problems).toEqual([]);
  });
});

describe('captions', () => {
  it('are refused by row, and nothing is written', async () => {
    const rows = [row('0:01', '0:02', 'Một'), row('0:01.5', '0:03', 'Hai'), row('0:09', '0:11', 'Quá dài')];
    expect(await save(rows, '')).toEqual({
      kind: 'refused',
      rows,
      problems: [
        { row: 1, field: 'start', code: 'overlap' },
        { row: 2, field: 'end', code: 'beyond-film' },
      ],
    });
    await expect(mediaCaption(filmId, 'vi')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are kept, shown to learners at once, and the same again is no conflict', async () => {
    const saved = await save([...two].reverse(), '');
    expect(saved).toMatchObject({
      kind: 'saved',
      rows: [row('0:01.000', '0:02.500', 'Chào các đồng chí'), row('0:03.000', '0:04.000', 'Bài hôm nay')],
    });
    expect(await mediaCaption(filmId, 'vi')).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nChào các đồng chí\n\n00:00:03.000 --> 00:00:04.000\nBài hôm nay\n',
    );
    expect(await save(two, '')).toMatchObject({ kind: 'unchanged' });
    const { html, uncaptioned } = await lessonPreview(corps.giang, at, null, words);
    expect(html).toContain(
      `<track kind="captions" src="/media/${filmId}/captions/vi" srclang="vi" label="Tiếng Việt" default>`,
    );
    expect(uncaptioned).toEqual([soundId]);
    expect(await database().read.auditEvent.count({ where: { op: 'media.captions-saved' } })).toBe(1);
  });

  it('of the second of two writers are not written over the first, who keeps a way on', async () => {
    const base = await tag();
    await save([...two, row('5', '6', 'Của Giang')], base);
    const mine = [...two, row('5', '6', 'Của An')];
    const late = await save(mine, base, other);
    expect(late).toMatchObject({ kind: 'conflict', rows: mine, theirs: { rows: [{}, {}, { text: 'Của Giang' }] } });
    if (late.kind !== 'conflict') throw new Error();
    expect(await save(mine, late.theirs.tag, other)).toMatchObject({ kind: 'saved' });
    expect(await mediaCaption(filmId, 'vi')).toContain('Của An');
  });

  it('that several write first at once are written once', async () => {
    const kinds = await Promise.all(
      [1, 2, 3, 4].map(async (each) => {
        const rows = [row('1', '2', `Bản ${each}`)];
        return (await saveCaptions(corps.giang, { mediaId: soundId, lang: 'en', base: '', rows })).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'conflict')).toHaveLength(3);
  });

  it('of a sound stand under it as words', async () => {
    await saveCaptions(corps.giang, { mediaId: soundId, lang: 'vi', base: '', rows: [row('1', '2', 'Lời <nói>')] });
    const { html } = await lessonPreview(corps.giang, at, null, words);
    expect(html).toMatch(/<details class="fold transcript"><summary><\/summary><p>Lời &lt;nói&gt;<\/p><\/details>/);
    expect((await lessonPage(corps.giang, at, words)).html).not.toContain('transcript');
  });

  it('go when no row is left, and are for films and sounds alone', async () => {
    expect(await save([row('', '', '')], await tag())).toMatchObject({ kind: 'removed', tag: '' });
    await expect(mediaCaption(filmId, 'vi')).rejects.toMatchObject({ code: 'not-found' });
    const document = await add(corps.giang, pdf, 'văn bản.pdf');
    for (const mediaId of [document, '0'.repeat(64)])
      await expect(saveCaptions(corps.giang, { mediaId, lang: 'vi', base: '', rows: two })).rejects.toMatchObject({
        code: 'not-found',
      });
  });
});

describe('who writes captions', () => {
  it('authors of the units that brought or show the file; others find nothing, or may not', async () => {
    expect(await captionedFile(corps.giang, filmId)).toMatchObject({ mayCaption: true });
    await expect(captionedFile(authorOfS2, filmId)).rejects.toMatchObject({ code: 'not-found' });
    for (const who of [corps.an, corps.thuy, corps.khoi])
      await expect(captionedFile(who, filmId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('who only names a file of others in a draft does not get hold of what their learners read', async () => {
    await database().write((tx) =>
      tx.lesson.update({ where: { id: at.lessonId }, data: { body: `![video: Phim](media:${filmId})` } }),
    );
    const { courseId } = await importCourse(
      theSystem,
      {
        ...smallCourse(),
        code: 's2',
        modules: smallCourse().modules.map((module) => ({
          ...module,
          code: `s2${module.code}`,
          lessons: module.lessons.map((lesson) => ({ ...lesson, code: `s2${lesson.code}` })),
        })),
      },
      corps.s2.id,
    );
    const lesson = await database().read.lesson.findUniqueOrThrow({ where: { code: 's2kh-01-01' } });
    const here = { courseId, lessonId: lesson.id };
    const { text, revision } = await lessonEditor(authorOfS2, courseId, lesson.id);
    await saveLessonDraft(authorOfS2, here, {
      base: revision,
      text: { ...text, body: `![video: x](media:${filmId})` },
    });
    expect(await authorFile(authorOfS2, filmId)).toMatchObject({ mayCaption: false, uses: [{ kind: 'lesson' }] });
    await expect(captionedFile(authorOfS2, filmId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('sees the files of the own units in one list, with what they lack', async () => {
    const files = await authorFiles(corps.giang);
    expect(files.map(({ name }) => name).sort()).toEqual(['phim.mp4', 'tiếng.mp3', 'văn bản.pdf'].sort());
    expect(files.find(({ id }) => id === soundId)).toMatchObject({ captions: ['vi', 'en'], isUnused: false });
    expect(files.find(({ name }) => name === 'văn bản.pdf')).toMatchObject({ isUnused: true, uses: [] });
    expect((await authorFiles(authorOfS2)).map(({ id }) => id)).toEqual([filmId]);
  });
});

describe('the page', () => {
  const send = async (fields: [string, string][], file?: { name: string; bytes: Uint8Array }) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    if (file) form.set('file', new File([file.bytes as BlobPart], file.name));
    const path = `/author/media/${filmId}/captions?lang=vi`;
    return sendForm(captionsRoute.action, await cookie, path, { mediaId: filmId }, form);
  };
  let cookie: Promise<string>;
  beforeAll(() => {
    cookie = signedIn(corps.giang);
  });
  const head: [string, string][] = [
    ['lang', 'vi'],
    ['base', ''],
  ];

  it('reads a file into its rows without saving, in the encodings of Windows', async () => {
    const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nẮc quy\r\n';
    for (const bytes of [
      Buffer.from(`\ufeff${srt}`),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(srt, 'utf16le')]),
    ])
      expect(await send([['intent', 'read'], ...head], { name: 'a.srt', bytes })).toMatchObject({
        status: 200,
        body: { kind: 'read', rows: [row('0:01.000', '0:02.000', 'Ắc quy')] },
      });
    await expect(mediaCaption(filmId, 'vi')).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    ['no-file', new Uint8Array()],
    ['not-text', Buffer.from([0x57, 0xc3, 0x28, 0xff])],
    ['not-text', Buffer.from('WEBVTT\0')],
    ['no-captions', Buffer.from('Một bài thơ')],
  ])('says %s, and keeps the rows', async (kind, bytes) => {
    const rows: [string, string][] = [
      ['start[]', '0:01'],
      ['end[]', ''],
      ['text[]', 'Đang viết'],
    ];
    expect(await send([['intent', 'read'], ...head, ...rows], { name: 'a.vtt', bytes })).toMatchObject({
      status: 400,
      body: { kind, rows: [row('0:01', '', 'Đang viết')] },
    });
  });

  it('saves by a plain form, and refuses a form that is none', async () => {
    const rows: [string, string][] = [
      ['start[]', '0:01'],
      ['end[]', '0:02'],
      ['text[]', 'Một'],
    ];
    expect(await send([...head, ...rows])).toMatchObject({ status: 200, body: { kind: 'saved' } });
    expect(await send([...head, ...rows, ['start[]', '1']])).toMatchObject({ status: 400 });
    expect(await send([...head, ['start[]', 'x'], ['end[]', '2'], ['text[]', 'Hai']])).toMatchObject({
      status: 400,
      body: { kind: 'refused', problems: [{ row: 0, code: 'bad-time' }] },
    });
    expect(await send([...head, ['start[]', '3'], ['end[]', '4'], ['text[]', 'Hai']])).toMatchObject({
      status: 409,
      body: { kind: 'conflict', theirs: { rows: [{ text: 'Một' }] } },
    });
  });
});
