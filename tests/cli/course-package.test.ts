import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestOf, partsOf, repacked, withJson } from '#tests/fixtures/package-file.ts';
import { runCli, runCliJson } from './run-cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hoctap35-carry-'));
const [home, away] = [path.join(folder, 'home'), path.join(folder, 'away')];
const file = path.join(folder, 'goi.hoctap35.zip');
const code = 'nq35';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Packed {
  mark: string;
  counts: Record<'lessons' | 'questions' | 'quizzes', number>;
  notIncluded: object[];
}
interface Taken {
  result: string;
  mark: string;
  counts: Record<'lessons' | 'questions' | 'quizzes' | 'media', { added: number; changed: number; same: number }>;
  refusal: object;
}
const take = (from: string, ...more: string[]) => runCliJson<Taken>(away, ['course', 'import', from, ...more]);
/** As the other installation would give the course on. */
const giveOn = () => runCliJson<Packed>(away, ['course', 'export', code, path.join(folder, 'again.hoctap35.zip')]);

describe('npm run cli -- course export and import', () => {
  it('carries a course from one data folder into another: a spoilt file not at all, a sound one whole and once', async () => {
    expect(runCli(home, ['content', 'import', 'prisma/content']).status).toBe(0);
    const { status, json: packed } = runCliJson<Packed>(home, ['course', 'export', code, file]);
    expect(status).toBe(0);
    expect(packed.notIncluded).toContainEqual({
      kind: 'library',
      name: expect.stringContaining('đảng viên không được làm'),
    });
    expect(readdirSync(folder).filter((name) => name.includes('goi'))).toEqual(['goi.hoctap35.zip']);

    expect(runCli(away, ['unit', 'create', '--name', 'Sư đoàn 9', '--kind', 'division']).status).toBe(0);
    // The list of files still says of the lessons what they were.
    const parts = await partsOf(readFileSync(file));
    const edited = withJson(parts, 'course.json', (course) => {
      course.title = course.title.replace(/.$/, '!');
    });
    const spoilt = path.join(folder, 'hong.hoctap35.zip');
    writeFileSync(
      spoilt,
      repacked(edited, (manifest) => {
        const { files, mark } = manifestOf(parts);
        const { size } = manifest.files.find(({ path: name }) => name === 'course.json')!;
        return { ...manifest, mark, files: files.map((one) => (one.path === 'course.json' ? { ...one, size } : one)) };
      }),
    );
    const refused = take(spoilt, '--published');
    expect({ ...refused, stderr: refused.stderr.trim() }).toEqual({
      status: 1,
      json: { result: 'refused', refusal: { code: 'checksum', file: 'course.json', place: '' } },
      stderr: 'Một tệp không đúng mã kiểm tra: gói bị hỏng hoặc bị sửa. Tệp: course.json. Chưa ghi gì vào hệ thống.',
    });
    expect(giveOn()).toMatchObject({ status: 1, stderr: `Không có khóa học mang mã "${code}"\n` });
    expect(readdirSync(away).filter((name) => ['media', 'packages'].includes(name))).toEqual([]);

    expect(take(file, '--published', '--dry-run')).toMatchObject({ status: 0, json: { result: 'would-import' } });
    const taken = take(file, '--published');
    expect(taken).toMatchObject({ status: 0, json: { result: 'imported', mark: packed.mark } });
    for (const part of ['lessons', 'questions', 'quizzes'] as const)
      expect(taken.json.counts[part], part).toMatchObject({ added: packed.counts[part], changed: 0 });
    expect(giveOn().json).toMatchObject({ mark: packed.mark, counts: packed.counts });
    const again = runCli(away, ['course', 'import', file, '--published']);
    expect(again).toMatchObject({ status: 0, stdout: expect.stringContaining('không thay đổi gì') });
    // Who takes it in is told what is missing, as who packed it was.
    expect(again.stdout).toMatch(/Không có trong gói:\n(?: {2}Mục thư viện “.+”\n)+Mục thư viện mà nơi nhận chưa có/);
  }, 240_000);
});
