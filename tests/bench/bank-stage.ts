import { grantRole } from '#app/features/access/commands/grant-role.server.ts';
import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { createPerson } from '#app/features/org/commands/create-person.server.ts';
import { createUnit } from '#app/features/org/commands/create-unit.server.ts';
import type { SingleBody } from '#app/features/questions/core/question.ts';
import { questionSearchKey } from '#app/features/questions/core/question-search-key.ts';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { actorOf } from './stage.ts';

// The words of such courses; those in front are said most.
const COMMON =
  `và của các là trong cho được không về theo những có với đảng nghị quyết cán bộ chính trị quân đội nhân dân bảo vệ nền tảng tư tưởng đấu tranh phản bác quan điểm sai trái thù địch tình hình mới xây dựng
  chỉnh đốn suy thoái tự diễn biến chuyển hóa mạng xã hội gian pháp luật điều khoản mục tiêu nhiệm vụ giải pháp lãnh đạo kiểm tra giám sát công tác tuyên truyền giáo dục lý luận chủ nghĩa Hồ Chí Minh độc lập dân tộc trung ương ban`
    .split(/\s+/)
    .filter(Boolean);
const CONSONANTS = 'b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const RHYMES = 'a ai ao an ang anh âm ân ăng ê ên i iên o oi ong ô ôn ơ ơn u ung uyên ư ương y'.split(' ');

/** A bank of single choice questions in a tree of categories, written as an import writes them. */
export async function stageBank(questions: number): Promise<{ author: Actor; keys: string[]; writtenMs: number }> {
  const random = seededRandom('bank');
  const unit = await createUnit(theSystem, { parentId: null, kind: 'regiment', name: 'Trung đoàn đo', shortName: 'E' });
  const person = await createPerson(theSystem, {
    ...({ rank: null, position: null, personnelClass: 'enlisted', membership: 'youth' } as const),
    ...{ number: 'TG1', fullName: 'Trần Tác Giả', unitId: unit.id },
  });
  await grantRole(theSystem, { personId: person.id, role: 'author', unitId: unit.id });

  const rare = CONSONANTS.flatMap((head) => RHYMES.map((rhyme) => head + rhyme));
  const vocabulary = [...COMMON, ...rare];
  const word = () => vocabulary[Math.floor(random.next() ** 2.5 * vocabulary.length)]!;
  const words = (least: number, most: number) =>
    Array.from({ length: least + random.int(most - least) }, word).join(' ');
  const categories = Array.from({ length: 200 }, (_, index) => ({
    ...{ id: newId(), code: `do-${index}`, name: `Bài ${index}`, unitId: unit.id, position: index },
  }));
  const at = new Date('2026-11-01T01:00:00Z');
  const rows = Array.from({ length: questions }, (_, index) => {
    const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: words(4, 14) }));
    const body: SingleBody = { type: 'single', stem: `${words(15, 35)}?`, options, correct: 'a' };
    const tags = [`chủ đề ${index % 40}`];
    const code = `do-${index % 200}-q${String(index).padStart(5, '0')}`;
    return { index, id: newId(), versionId: newId(), code, body, tags, searchKey: questionSearchKey(code, body, tags) };
  });
  const started = performance.now();
  await database().write((tx) => tx.questionCategory.createMany({ data: categories }));
  for (let from = 0; from < rows.length; from += 1000) {
    await database().write(async (tx) => {
      const some = rows.slice(from, from + 1000);
      const instant = (index: number) => new Date(at.getTime() + (index % 5000) * 60_000);
      await tx.question.createMany({
        data: some.map(({ index, id, versionId, code, tags, searchKey }) => ({
          ...{ id, code, categoryId: categories[index % 200]!.id, searchKey, currentVersionId: versionId },
          ...{ difficulty: ['easy', 'medium', 'hard'][index % 3]!, tags: JSON.stringify(tags), latestNumber: 1 },
          ...{ createdAt: at, updatedAt: instant(index) },
        })),
      });
      await tx.questionVersion.createMany({
        data: some.map(({ id, versionId, body }) => ({
          ...{ id: versionId, questionId: id, number: 1, type: body.type, body: JSON.stringify(body) },
          ...{ explanation: 'Vì vậy.', source: 'Nghị quyết', contentHash: id, createdAt: at },
        })),
      });
    });
  }
  const writtenMs = performance.now() - started;
  return { author: await actorOf(person.id), keys: rows.map(({ searchKey }) => searchKey), writtenMs };
}
