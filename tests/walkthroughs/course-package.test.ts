import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { courseParts } from '#app/course-parts.server.ts';
import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importPackage } from '#app/features/course-package/commands/import-package.server.ts';
import { keepPackage } from '#app/features/course-package/commands/keep-package.server.ts';
import { packageExport } from '#app/features/course-package/queries/package-export.server.ts';
import { packagePreview } from '#app/features/course-package/queries/package-preview.server.ts';
import { openPackage } from '#app/features/course-package/queries/read-package.server.ts';
import { archiveCourse } from '#app/features/courses/commands/archive-course.server.ts';
import { publishCourse } from '#app/features/courses/commands/publish-course.server.ts';
import { publicationPage } from '#app/features/courses/queries/publication-page.server.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import type { UnitRow } from '#app/features/org/data/units.server.ts';
import { editQuestion } from '#app/features/questions/commands/edit-question.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { hasContent } from '#app/platform/files/kept-content.server.ts';
import { stageFile } from '#app/platform/files/media-store.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { assignCourse } from '#tests/fixtures/course.ts';
import { asFile, exportedBytes, manifestOf, partsOf, repacked, taken, withJson } from '#tests/fixtures/package-file.ts';
import { buildRichCourse, type RichCourse } from '#tests/fixtures/packed-course.ts';
import { type SecondInstallation, secondInstallation } from '#tests/fixtures/second-installation.ts';

useTestDatabase();

let home: Corps;
let course: RichCourse;
let bytes: Buffer;
let second: SecondInstallation;

const tables = [
  ...['course', 'module', 'lesson', 'lessonVersion', 'courseRevision', 'courseDraft', 'lessonDraft', 'mediaFile'],
  ...['mediaCaption', 'questionCategory', 'question', 'questionVersion', 'quiz', 'quizSlot', 'auditEvent'],
] as const;

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of tables)
    found[table] = await (database().read[table] as unknown as { count(): Promise<number> }).count();
  return found;
}

async function authorOf(unit: UnitRow, number: string): Promise<Actor> {
  const { id, fullName } = await createPerson(theSystem, {
    ...{ number, fullName: `Tác giả ${number}`, rank: null, position: null, personnelClass: 'officer' },
    ...{ membership: 'party', unitId: unit.id },
  });
  await grantRole(theSystem, { personId: id, role: 'author', unitId: unit.id });
  const grants = [{ role: 'author' as const, unitPath: unit.path }];
  return {
    ...{ personId: id, fullName, rank: null, unitId: unit.id, unitPath: unit.path, grants },
    mustChangePassword: false,
  };
}

beforeAll(async () => {
  home = await buildCorps();
  course = await buildRichCourse(home);
  bytes = await exportedBytes(home.giang, course.courseId);
  second = await secondInstallation();
}, 60_000);
afterAll(() => second.close());

describe('a course as one file', () => {
  it('is the same file twice, and says what it holds and leaves out', async () => {
    expect((await exportedBytes(home.giang, course.courseId)).equals(bytes)).toBe(true);
    const parts = await partsOf(bytes);
    expect([...parts.keys()].map((name) => name.replace(/[0-9a-f]{64}/, 'ID')).sort()).toEqual([
      ...['course.json', 'manifest.json', 'media.json', 'media/ID.mp4', 'media/ID.png', 'media/ID.png'],
      ...['media/ID.vi.vtt', 'questions.json', 'quizzes.json'],
    ]);
    expect(manifestOf(parts)).toMatchObject({
      ...{ format: 'hoctap35-course', version: 1, course: { code: 'kh', revision: 1 } },
      counts: { modules: 2, lessons: 3, categories: 3, questions: 11, quizzes: 2, media: 3, captions: 1 },
      notIncluded: [{ kind: 'quiz-networks', name: 'Luyện tập' }],
    });
    expect(bytes.toString()).not.toMatch(/10\.1\.0\.0|Giang|QN0/);
  });

  it('is told on a page before, and entered in the log', async () => {
    const page = await packageExport(home.giang, course.courseId);
    expect(page.offers.map(({ of, byteSize }) => [of, byteSize])).toEqual([['published', bytes.length]]);
    const [event] = await database().read.auditEvent.findMany({ where: { op: 'courses.package-exported' } });
    expect(event).toMatchObject({ actorId: home.giang.personId, subjectId: course.courseId });
  });

  it('goes to nobody who does not author the course, and holds no question of another bank', async () => {
    for (const actor of [home.an, home.thuy, home.khoi])
      await expect(exportedBytes(actor, course.courseId)).rejects.toMatchObject({ code: 'forbidden' });
    const below = await authorOf(home.s1, 'TG1');
    await expect(exportedBytes(below, course.courseId)).rejects.toMatchObject({ code: 'not-found' });
    // The course of a division whose quiz draws from the bank of the corps.
    const { id } = await database().read.course.findUniqueOrThrow({ where: { code: 'kh' } });
    await database().write((tx) => tx.course.update({ where: { id }, data: { unitId: home.s1.id } }));
    const parts = await partsOf(await exportedBytes(below, course.courseId));
    await database().write((tx) => tx.course.update({ where: { id }, data: { unitId: home.corps.id } }));
    expect(manifestOf(parts)).toMatchObject({ counts: { questions: 0, quizzes: 0, categories: 0, lessons: 3 } });
    expect(manifestOf(parts).notIncluded.map(({ kind }) => kind)).toEqual(['quiz', 'quiz', 'check-question']);
    expect(parts.get('questions.json')!.toString()).not.toMatch(/Thủ đô/);
  });
});

describe('what a package leaves out', () => {
  it('is told to who packs it and to who takes it in: a thing of the library by its title, a module not published yet not at all', async () => {
    const { id: lessonId, body } = await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-01-02' } });
    const { id: quizId } = await database().read.quiz.findUniqueOrThrow({ where: { code: 'kh-luyen-tap' } });
    const at = new Date('2026-11-23T00:00:00Z');
    const lists = { tags: '[]', source: 'Văn phòng', asOf: '2026-11-01' };
    await database().write(async (tx) => {
      await tx.libraryItem.create({
        data: {
          ...{ id: 'muc1', unitId: home.corps.id, kind: 'document', title: 'Chỉ thị mẫu', topic: 'Văn bản' },
          ...{ ...lists, createdAt: at, updatedAt: at },
        },
      });
      await tx.lesson.update({ where: { id: lessonId }, data: { body: `${body} Xem [chỉ thị](<library:muc1>).` } });
      await tx.quiz.update({ where: { id: quizId }, data: { moduleCode: 'only-in-the-draft' } });
    });
    try {
      const packed = await exportedBytes(home.giang, course.courseId);
      const told = [
        { kind: 'library', name: 'Chỉ thị mẫu' },
        { kind: 'quiz-networks', name: 'Luyện tập' },
      ];
      expect(manifestOf(await partsOf(packed)).notIncluded).toEqual(told);
      const read = await asFile(packed, (file) => openPackage(file, { isWhole: true }));
      read.close();
      expect(read.manifest.notIncluded).toEqual(told);
      expect(read.content.quizzes.map(({ code, module }) => [code, module])).toEqual([
        ['kh-luyen-tap', null],
        ['kh-kiem-tra', null],
      ]);
    } finally {
      await database().write(async (tx) => {
        await tx.libraryItem.delete({ where: { id: 'muc1' } });
        await tx.lesson.update({ where: { id: lessonId }, data: { body } });
        await tx.quiz.update({ where: { id: quizId }, data: { moduleCode: 'kh-01' } });
      });
    }
  });
});

describe('the file in an empty installation', () => {
  let there: Corps;
  beforeAll(async () => {
    there = await second.visit(buildCorps);
  }, 60_000);

  it('is looked at before anything is written', () =>
    second.visit(async () => {
      const before = await counts();
      const staged = (await stageFile(inOnePiece(bytes), 1e9))!;
      const kept = await keepPackage(there.giang, staged);
      expect(kept.kind).toBe('kept');
      const id = kept.kind === 'kept' ? kept.id : '';
      const preview = await packagePreview(there.giang, id, { unitId: '', as: 'published' });
      expect(preview).toMatchObject({
        ownerName: 'Quân đoàn Q',
        courseId: null,
        plan: {
          problems: [],
          course: { kind: 'new', lessons: { added: ['Mở đầu', 'Tiếp theo', 'Kết thúc'] } },
          ...{ questions: { same: 0 }, quizzes: { create: [{ state: 'published' }, { state: 'published' }] } },
        },
      });
      // Another author has no way to it.
      const other = await authorOf(there.s2, 'TG7');
      await expect(packagePreview(other, id, { unitId: '', as: 'draft' })).rejects.toMatchObject({ code: 'not-found' });
      expect({ ...(await counts()), auditEvent: 0 }).toEqual({ ...before, auditEvent: 0 });
    }));

  it('becomes the same course, with its media, captions, questions and quizzes', () =>
    second.visit(async () => {
      const done = await taken(there.giang, bytes, { unitId: there.corps.id, as: 'published' });
      expect(done.kind).toBe('imported');
      const again = await exportedBytes(there.giang, done.kind === 'imported' ? done.courseId : '');
      const [first, twin] = [await partsOf(bytes), await partsOf(again)];
      for (const name of first.keys())
        if (name !== 'manifest.json') expect(twin.get(name), name).toEqual(first.get(name));
      // What must differ: when it was published, and what the other installation kept to itself.
      const bare = (parts: Map<string, Buffer>) => {
        const { course, notIncluded: _, ...rest } = manifestOf(parts);
        return { ...rest, course: { ...course, publishedAt: null } };
      };
      expect(bare(twin)).toEqual(bare(first));
      expect(hasContent(course.filmId)).toBe(true);
      expect(
        await database().read.quizSlot.findMany({
          where: { withSubcategories: true },
          select: { difficulty: true, quiz: { select: { code: true } }, category: { select: { name: true } } },
        }),
      ).toEqual([{ difficulty: 'easy', quiz: { code: 'kh-kiem-tra' }, category: { name: 'Nghị quyết' } }]);
      const said = twin.get('questions.json')!.toString();
      for (const feedback of ['Về Hà Nội.', 'Về chỗ nam.']) expect(said).toContain(feedback);
      const { settings } = await database().read.quiz.findUniqueOrThrow({ where: { code: 'kh-kiem-tra' } });
      expect(JSON.parse(settings)).toMatchObject({ timeLimitSeconds: 2700, forwardOnly: true, passGrade: 6 });
      const event = await database().read.auditEvent.findFirst({ where: { op: 'courses.package-imported' } });
      expect(JSON.parse(event?.details ?? '')).toMatchObject({ code: 'kh', as: 'published', questions: { added: 11 } });
    }));

  it('is the whole course in every further trip: a third export is the second to the byte', () =>
    second.visit(async () => {
      const { id } = await database().read.course.findUniqueOrThrow({ where: { code: 'kh' } });
      const [one, two] = [await exportedBytes(there.giang, id), await exportedBytes(there.giang, id)];
      expect(one.equals(two)).toBe(true);
    }));

  it('gives learners a quiz that they can take', () =>
    second.visit(async () => {
      const { id: courseId } = await database().read.course.findUniqueOrThrow({ where: { code: 'kh' } });
      const { id: quizId } = await database().read.quiz.findUniqueOrThrow({ where: { code: 'kh-luyen-tap' } });
      await assignCourse({ courseId, quizId, lessonIds: [] }, [there.corps]);
      expect(await startAttempt(there.an, quizId)).toMatchObject({ kind: 'started' });
    }));

  it('changes nothing a second time, and says so', () =>
    second.visit(async () => {
      const before = await counts();
      for (const as of ['published', 'draft'] as const)
        expect((await taken(there.giang, bytes, { unitId: there.corps.id, as })).kind).toBe('unchanged');
      expect(await counts()).toEqual(before);
    }));

  it('leaves an author’s edit of a question as it is', () =>
    second.visit(async () => {
      const row = await database().read.question.findFirstOrThrow({ where: { code: { contains: 'noi-dung' } } });
      const { stored, draft } = await questionEditor(there.giang, row.id);
      await editQuestion(there.giang, row.id, { base: stored!.base, draft: { ...draft, explanation: 'Sửa ở đây.' } });
      const { plan, kind } = await taken(there.giang, bytes, { unitId: there.corps.id, as: 'published' });
      expect(kind).toBe('unchanged');
      expect(plan).toMatchObject({ questions: { kept: 1, change: [] } });
    }));

  it('comes as a draft where the course stands, and never over unpublished work', () =>
    second.visit(async () => {
      const parts = await partsOf(bytes);
      const next = repacked(
        withJson(parts, 'course.json', (value) => {
          value.modules[0].lessons[1].body = 'Nội dung mới.';
          value.modules[1].lessons = [];
          value.modules[0].lessons.push({ ...value.modules[0].lessons[1], code: 'kh-01-03', title: 'Bài thêm' });
        }),
        (manifest) => manifest,
      );
      const before = await counts();
      const made = await taken(there.giang, next, { unitId: there.corps.id });
      expect(made).toMatchObject({
        kind: 'imported',
        plan: {
          course: { kind: 'changed', lessons: { added: ['Bài thêm'], changed: ['Tiếp theo'], removed: ['Kết thúc'] } },
        },
      });
      expect(await counts()).toMatchObject({
        lesson: before.lesson,
        courseRevision: before.courseRevision,
        lessonDraft: 2,
      });
      expect((await taken(there.giang, next, { unitId: there.corps.id })).kind).toBe('unchanged');
      const refused = await taken(there.giang, bytes, { unitId: there.corps.id });
      expect(refused).toMatchObject({ kind: 'refused', plan: { problems: [{ code: 'unpublished-work' }] } });
      expect(await taken(there.giang, next, { unitId: there.corps.id, as: 'published' })).toMatchObject({
        plan: { problems: [{ code: 'not-publishable' }] },
      });
    }));
});

describe('the file where something of it stands already', () => {
  const asked = () => taken(home.giang, bytes, { unitId: home.corps.id });

  it('changes nothing where it came from', async () => {
    expect((await asked()).kind).toBe('unchanged');
  });

  it('gives changed questions a new version and open quizzes their new form', async () => {
    const parts = await partsOf(bytes);
    const edited = withJson(parts, 'questions.json', (value) => {
      value.questions[0].explanation = 'Vì khác.';
    });
    const more = withJson(edited as Map<string, Buffer>, 'quizzes.json', (value) => {
      value.quizzes[0].settings.passGrade = 7;
    });
    const done = await taken(home.giang, repacked(more), { unitId: home.corps.id });
    expect(done).toMatchObject({
      kind: 'imported',
      plan: {
        ...{ course: { kind: 'same' }, questions: { create: [], change: [{ explanation: 'Vì khác.' }], same: 10 } },
        quizzes: { change: [{ title: 'Luyện tập' }], same: 1 },
        notes: [{ code: 'quiz-open-changes', names: ['Luyện tập'] }],
      },
    });
    const row = await database().read.quiz.findUniqueOrThrow({ where: { code: 'kh-luyen-tap' } });
    expect(JSON.parse(row.settings)).toMatchObject({ passGrade: 7, networks: ['10.1.0.0/16'] });
    expect(row).toMatchObject({ state: 'published', revision: 2 });
    // The former content is one that the question had here: it stays as it is.
    expect(await asked()).toMatchObject({ plan: { questions: { kept: 1, change: [] } } });
  });

  it('is refused in place by who authors elsewhere, without telling what stands there', async () => {
    const stranger = await authorOf(home.s2, 'TG2');
    const before = await counts();
    const done = await taken(stranger, bytes, { unitId: home.s2.id });
    expect(done.kind).toBe('refused');
    expect(done.plan.problems.map(({ code }) => code)).toEqual([
      ...['course-outside', 'category-outside', 'question-outside', 'quiz-outside'],
    ]);
    expect(done.plan.course.lessons).toEqual({ added: [], changed: [], removed: [], same: 0 });
    await expect(taken(home.an, bytes, { unitId: home.s2.id })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await counts()).toEqual(before);
  });

  it('is refused under the codes of another course, and shown anew where something changed meanwhile', async () => {
    const parts = await partsOf(bytes);
    const other = repacked(
      withJson(parts, 'course.json', (value) => {
        value.code = 'khac';
      }),
      (manifest) => {
        manifest.course.code = 'khac';
      },
    );
    const done = await taken(home.giang, other, { unitId: home.corps.id });
    expect(done.plan.problems.map(({ code }) => code)).toEqual(['codes-of-another-course', 'quiz-of-another-course']);
    const next = repacked(
      withJson(parts, 'course.json', (value) => {
        value.summary = 'Khác.';
      }),
    );
    const seen = 'f'.repeat(64);
    expect((await taken(home.giang, next, { unitId: home.corps.id, seen })).kind).toBe('changed-meanwhile');
  });

  it('becomes a revision that its author publishes', async () => {
    const lesson = await database().read.lesson.findUniqueOrThrow({ where: { code: 'kh-01-02' } });
    const parts = await partsOf(bytes);
    const next = repacked(
      withJson(parts, 'course.json', (value) => {
        value.modules[0].lessons[1].body = 'Nội dung mới.';
      }),
    );
    expect((await taken(home.giang, next, { unitId: home.corps.id })).kind).toBe('imported');
    const { course: page, state } = await publicationPage(home.giang, course.courseId);
    const given = { seen: { revision: page.revision, state }, note: 'Từ gói', readAgain: [] };
    expect(await publishCourse(home.giang, course.courseId, given)).toEqual({ kind: 'published', revision: 2 });
    expect(await database().read.lesson.findUniqueOrThrow({ where: { id: lesson.id } })).toMatchObject({
      body: 'Nội dung mới.',
    });
  });

  it('is not taken into a course that was put away', async () => {
    await archiveCourse(home.giang, course.courseId);
    const done = await asked();
    expect(done.plan.problems).toMatchObject([{ code: 'course-archived' }]);
  });

  it('waits for a second person where the category here asks for one', () =>
    second.visit(async () => {
      const before = await database().read.question.count();
      const parts = await partsOf(bytes);
      const there = await database().read.questionCategory.findFirstOrThrow({ where: { review: 'second-person' } });
      const next = repacked(
        withJson(parts, 'questions.json', (value) => {
          const [like] = value.questions;
          value.questions.push({ ...like, code: 'cau-moi', category: there.code, standing: 'approved' });
        }),
        (manifest) => {
          manifest.counts.questions += 1;
        },
      );
      const corps = await database().read.unit.findFirstOrThrow({ where: { kind: 'corps' } });
      const author = await authorOf(corps as never, 'TG9');
      const draft = await database().read.courseDraft.findFirst();
      if (draft) await database().write((tx) => tx.courseDraft.deleteMany());
      await database().write((tx) => tx.lessonDraft.deleteMany());
      const done = await taken(author, next, { unitId: corps.id, as: 'published' });
      expect(done).toMatchObject({
        kind: 'imported',
        plan: { notes: expect.arrayContaining([expect.objectContaining({ code: 'question-waits' })]) },
      });
      expect(await database().read.question.count()).toBe(before + 1);
      expect(await database().read.question.findUniqueOrThrow({ where: { code: 'cau-moi' } })).toMatchObject({
        standing: 'draft',
      });
    }));
});

describe('a file that breaks off', () => {
  it('leaves nothing half-written where a later step fails', async () => {
    const third = await secondInstallation();
    try {
      await third.visit(async () => {
        const corps = await buildCorps();
        const before = await counts();
        const broken = {
          ...courseParts,
          quizzes: async () => {
            throw new Error('the power went');
          },
        };
        await asFile(bytes, async (file) => {
          const opened = await openPackage(file, { isWhole: true });
          const order = { unitId: corps.corps.id, as: 'published' as const, note: '', seen: null };
          await expect(importPackage(corps.giang, opened, order, broken)).rejects.toThrow('the power went');
          opened.close();
        });
        expect(await counts()).toEqual(before);
        expect((await taken(corps.giang, bytes, { unitId: corps.corps.id })).kind).toBe('imported');
        // A draft: nothing is open to learners yet.
        expect(await database().read.quiz.findMany({ select: { state: true } })).toEqual([
          { state: 'draft' },
          { state: 'draft' },
        ]);
        expect(await database().read.course.findFirst()).toMatchObject({ state: 'draft', revision: 0 });
      });
    } finally {
      await third.close();
    }
  }, 60_000);

  it('keeps one file a person, and none that was refused', async () => {
    const folder = path.join(process.env.HOCTAP35_DATA!, 'packages');
    const send = async (content: Uint8Array) => keepPackage(home.giang, (await stageFile(inOnePiece(content), 1e9))!);
    await send(bytes);
    const other = repacked(await partsOf(bytes));
    expect((await send(other)).kind).toBe('kept');
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await send(Buffer.from('PK, but no zip'))).toMatchObject({ kind: 'refused', refusal: { code: 'damaged' } });
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readdirSync(path.join(process.env.HOCTAP35_DATA!, 'media', 'incoming'))).toEqual([]);
  });
});

async function* inOnePiece(content: Uint8Array) {
  yield content;
}
