import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCategory } from '#app/features/questions/commands/create-category.server.ts';
import { saveImport } from '#app/features/questions/commands/imports/save-import.server.ts';
import { takeImport } from '#app/features/questions/commands/imports/take-import.server.ts';
import { undoImport } from '#app/features/questions/commands/imports/undo-import.server.ts';
import { importPage } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import * as list from '#app/routes/author/imports/list.tsx';
import { useTestDatabase } from '#tests/database.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { untidyPaper } from '#tests/fixtures/word/untidy-paper.ts';
import { paragraph, picture, pngOf, wordFile } from '#tests/fixtures/word/word-file.ts';
import { formWith, sendForm } from '../../media/send-form.ts';
import { signedIn } from '../../signed-in.ts';

useTestDatabase();

let corps: Corps;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  corps = await buildCorps();
  for (const login of ['an', 'thuy', 'giang'] as const) cookies[login] = await signedIn(corps[login]);
});

const send = (who: string, bytes: Uint8Array | null, { name = 'đề.docx', importId = newId(), format = '' } = {}) =>
  sendForm(list.action, cookies[who]!, '/author/imports', {}, formWith({ importId, format }, bytes && { name, bytes }));
const text = (words: string) => new TextEncoder().encode(words);
const staged = () => database().read.questionImport.count();
const left = () => {
  const incoming = path.join(process.env.HOCTAP35_DATA!, 'media/incoming');
  return existsSync(incoming) ? readdirSync(incoming) : [];
};
const latest = () => database().read.questionImport.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('a file that an author sends in', () => {
  it.each([
    ['nothing at all', null, 'de.docx', 'no-file'],
    ['a file of no bytes', new Uint8Array(), 'de.docx', 'empty-file'],
    ['a picture', pngOf(() => true), 'anh.docx', 'not-text'],
    ['half a zip', text('PK\u0003\u0004xxxx'), 'de.docx', 'damaged'],
  ])('is refused with the reason and leaves nothing when it is %s', async (_, bytes, name, reason) => {
    const before = await staged();
    const answer = await send('giang', bytes, { name });
    expect(answer).toMatchObject({ status: 400, body: { refusal: { field: 'file', reason } } });
    expect(await staged()).toBe(before);
    expect(left()).toEqual([]);
  });

  it("is staged once when the form comes twice, and is nobody else's business", async () => {
    const importId = newId();
    for (const _ of [1, 2]) {
      const answer = await send('giang', untidyPaper(), { importId });
      expect(answer.headers.get('Location')).toBe(`/author/imports/${importId}`);
    }
    expect(await database().read.questionImport.count({ where: { id: importId } })).toBe(1);
    await expect(send('thuy', untidyPaper())).resolves.toMatchObject({ status: 403 });
    await expect(send('an', untidyPaper())).resolves.toMatchObject({ status: 403 });
    expect(left()).toEqual([]);
  });

  it('keeps its pictures by content, names the one that is none, and shows the question without a key', async () => {
    const real = pngOf((x, y) => x === y);
    const bytes = wordFile({
      body: [
        paragraph(['Câu 1. Hình nào? ', picture(1, 'Đường chéo')]),
        ...['A. Một', '*B. Hai'].map((line) => paragraph(line)),
        paragraph(['Câu 2. Ảnh hỏng? ', picture(2, 'Không phải ảnh')]),
        ...['A. Một', 'B. Hai'].map((line) => paragraph(line)),
        paragraph('Đáp án: A'),
        paragraph('Câu 3. Câu không có đáp án?'),
        ...['A. Một', 'B. Hai'].map((line) => paragraph(line)),
      ],
      pictures: [real, text('chữ, không phải ảnh')],
    });
    await send('giang', bytes);
    const { source, decisions } = await latest();
    const id = /!\[Đường chéo\]\(media:([0-9a-f]{64})\)/.exec(source)?.[1];
    expect(await database().read.mediaFile.count({ where: { id } })).toBe(1);
    expect(source).not.toContain('attached:');
    expect(source).toContain('Câu 3. Câu không có đáp án?\nA. Một\nB. Hai');
    expect(JSON.parse(decisions).fileProblems.map(({ code }: { code: string }) => code)).toContain('picture-kind');
    expect(await database().read.question.count()).toBe(0);
  });

  it('keeps what only the file could say, through every save, take and undo', async () => {
    const category = await createCategory(corps.giang, { name: 'Từ Word', unitId: '' });
    if (category.kind !== 'created') throw new Error(category.kind);
    const options = ['A. Một', '*B. Hai'].map((line) => paragraph(line));
    await send(
      'giang',
      wordFile({ body: [paragraph(['Câu 1. Hình nào? ', picture(1, 'x')]), ...options], pictures: [text('x')] }),
    );
    const { id, source } = await latest();
    const told = async () => (await importPage(corps.giang, id)).decisions.fileProblems.map(({ code }) => code);
    expect(await told()).toEqual(['picture-kind']);
    const { categoryId } = category;
    const edited = {
      revision: 1,
      source: `${source}\n`,
      format: 'text',
      categoryId,
      difficulty: 'hard',
      tags: [],
    } as const;
    expect(await saveImport(corps.giang, id, { ...edited, choices: {} })).toMatchObject({ kind: 'saved' });
    expect(await told()).toEqual(['picture-kind']);
    expect(await takeImport(corps.giang, id, { revision: 2 })).toMatchObject({ kind: 'taken', created: 1 });
    expect(await told()).toEqual(['picture-kind']);
    expect(await undoImport(corps.giang, id, { revision: 3 })).toMatchObject({ kind: 'undone' });
    expect(await told()).toEqual(['picture-kind']);
  });

  it('takes a pasted text, and gives back what it refuses', async () => {
    const paste = (source: string) =>
      sendForm(
        list.action,
        cookies.giang!,
        '/author/imports?from=text',
        {},
        formWith({ importId: newId(), source }, null),
      );
    expect(await paste('  ')).toMatchObject({ status: 400, body: { refusal: { field: 'source', reason: 'no-text' } } });
    expect((await paste('::1::Một?{=x ~y}')).status).toBe(303);
    expect(await latest()).toMatchObject({ format: 'gift', name: '' });
  });
});
