import type { Actor } from '#app/features/access/core/role.ts';
import { theSystem } from '#app/features/audit/core/actor.ts';
import { importQuizzes } from '#app/features/quiz/commands/import-quizzes.server.ts';
import { markAnswer } from '#app/features/quiz/commands/marking/mark-answer.server.ts';
import { saveAnswer } from '#app/features/quiz/commands/save-answer.server.ts';
import { startAttempt } from '#app/features/quiz/commands/start-attempt.server.ts';
import { submitAttempt } from '#app/features/quiz/commands/submit-attempt.server.ts';
import { type SeededRandom, seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { day } from './calendar.ts';
import type { DemoPerson, DemoUnit } from './store-corps.ts';

const minute = 60_000;
/** So many write; the first ones are marked already, the others wait in the queue. */
const writers = 7;
const marked = 2;

interface Where {
  seed: string;
  courseId: string;
  units: readonly DemoUnit[];
  people: readonly DemoPerson[];
  /** Play other parts, and are left alone. */
  playing: ReadonlySet<string>;
  until: Date;
  liveAt: (instant: Date) => void;
}

/**
 * A short essay at the end of the course, written by some soldiers in the last days, by the commands of the product: two
 * are marked, the others wait for the examiner. Answers how many attempts and answers there are more.
 */
export async function writeEssays(examiner: Actor, where: Where): Promise<{ attempts: number; answers: number }> {
  const { seed, courseId, units, people, playing, until, liveAt } = where;
  liveAt(new Date(until.getTime() - 9 * day));
  await importQuizzes(theSystem, {
    unitId: units[0]!.id,
    courseId,
    quizzes: [
      {
        code: 'nq35-bai-luan-ngan',
        title: 'Bài luận ngắn: trách nhiệm của tôi trên mạng xã hội',
        kind: 'practice',
        module: 'nq35-06',
        instructions:
          'Một câu tự luận, từ 150 đến 400 từ. Bài được chấm theo tiêu chí ghi dưới câu hỏi; người chấm không biết tên người viết.',
        attemptsAllowed: 1,
        slots: [{ question: 'nq35-06-q033', maxMark: 10 }],
      },
    ],
  });
  const { id: quizId } = await database().read.quiz.findUniqueOrThrow({ where: { code: 'nq35-bai-luan-ngan' } });
  const random = seededRandom(`${seed}/essays`);
  const chosen = random.sample(
    people.filter(({ id, position }) => !playing.has(id) && position === 'Chiến sĩ'),
    writers,
  );
  const written = { attempts: 0, answers: 0 };
  for (const [index, { id, fullName, rank, unit }] of chosen.entries()) {
    const who: Actor = {
      ...{ personId: id, fullName, rank, unitId: unit.id, unitPath: unit.path },
      ...{ grants: [], mustChangePassword: false },
    };
    const begins = until.getTime() - (8 - index) * day + index * 17 * minute;
    liveAt(new Date(begins));
    const started = await startAttempt(who, quizId);
    if (started.kind !== 'started') continue;
    liveAt(new Date(begins + (18 + index) * minute));
    await saveAnswer(who, started.attemptId, { slot: 1, sequence: 1, response: essay(random) });
    liveAt(new Date(begins + (20 + index) * minute));
    await submitAttempt(who, started.attemptId);
    written.attempts += 1;
    written.answers += 1;
    if (index < marked) await markOne(examiner, started.attemptId, index, () => liveAt(new Date(begins + day)));
  }
  return written;
}

/** Levels by the criteria of the question: contents, deeds, argument, language. */
const levels = [
  { 0: 2, 1: 1, 2: 1, 3: 2 },
  { 0: 1, 1: 1, 2: 0, 3: 1 },
];
const remarks = [
  'Nêu đủ bốn quy tắc, việc làm gắn với nhiệm vụ của đơn vị. Cần ghi rõ số và ngày của văn bản.',
  'Mới nêu được một phần quy tắc; nên thêm việc làm cụ thể cho từng quy tắc và dẫn nguồn.',
];

async function markOne(examiner: Actor, attemptId: string, index: number, moveClock: () => void): Promise<void> {
  const task = await database().read.markingTask.findFirst({ where: { attemptId } });
  if (!task) return;
  moveClock();
  await markAnswer(examiner, task.id, { levels: levels[index]!, mark: '', comment: remarks[index]! });
}

/** What soldiers write of each rule of conduct, in words of their own. */
const paragraphs: readonly (readonly string[])[] = [
  [
    'Mạng xã hội là nơi tôi trò chuyện với gia đình và bạn bè, nhưng mỗi lời tôi viết ở đó cũng là lời của một quân nhân. Vì vậy tôi tự đặt cho mình những việc phải làm theo bốn quy tắc chung của Bộ Quy tắc ứng xử trên mạng xã hội.',
    'Từ ngày nhập ngũ tôi hiểu rằng trang cá nhân không còn là chuyện của riêng mình. Người đọc nhìn vào đó mà nghĩ về đơn vị. Bốn quy tắc ứng xử giúp tôi biết việc nào nên làm, việc nào không.',
    'Nhiều bạn cùng quê với tôi chia sẻ tin trước khi đọc hết bài. Tôi cũng từng như vậy. Học xong chuyên đề này tôi xác định lại trách nhiệm của mình theo bốn quy tắc chung.',
  ],
  [
    'Thứ nhất là tôn trọng và tuân thủ pháp luật. Tôi không đăng hình ảnh doanh trại, vũ khí, lịch hoạt động của đơn vị; không chia sẻ bài viết bịa đặt, xúc phạm người khác. Trước khi đăng, tôi hỏi lại chỉ huy nếu chưa rõ có được phép hay không.',
    'Về quy tắc tuân thủ pháp luật, việc cụ thể của tôi là không lập trang giả, không dùng tên đơn vị để bán hàng, và không đăng lại bài có nội dung sai sự thật dù chỉ để cười.',
    'Quy tắc tuân thủ pháp luật nhắc tôi đọc kỹ quy định của Luật An ninh mạng và của đơn vị về sử dụng điện thoại, thực hiện đúng giờ giấc và nơi được dùng.',
  ],
  [
    'Thứ hai là lành mạnh. Tôi chọn những trang có ích để đọc, viết lời tử tế, khen việc tốt của đồng đội. Gặp bình luận khiêu khích, tôi không đôi co mà dừng lại và báo cáo nội dung xấu với nhà mạng.',
    'Theo quy tắc lành mạnh, mỗi tuần tôi chia sẻ một câu chuyện tốt về đơn vị bạn hoặc quê hương, và bỏ theo dõi những trang chuyên giật tít, nói tục.',
  ],
  [
    'Thứ ba là an toàn, bảo mật thông tin. Tôi đặt mật khẩu mạnh, bật xác thực hai lớp, không bấm vào đường dẫn lạ, không cho ai mượn tài khoản, và tắt định vị khi ở trong doanh trại.',
    'Về bảo mật, tôi kiểm tra quyền của từng ứng dụng trên điện thoại, không gửi số điện thoại, địa chỉ hay giấy tờ của đồng đội cho người chưa quen.',
  ],
  [
    'Thứ tư là trách nhiệm. Khi thấy tin chưa rõ nguồn, tôi tìm văn bản gốc trên trang chính thức, đối chiếu ngày tháng, rồi mới nói với người thân. Nếu lỡ đăng sai, tôi gỡ bài và đính chính ngay.',
    'Trách nhiệm với tôi là nói đúng chỗ, đúng lúc: thấy thông tin sai về đơn vị thì báo cáo chỉ huy và lực lượng chuyên trách, không tự ý tranh cãi làm tin xấu lan rộng thêm.',
  ],
  [
    'Những việc ấy nhỏ nhưng làm được hằng ngày. Giữ mình trên mạng cũng là giữ kỷ luật, giữ hình ảnh người chiến sĩ và góp phần bảo vệ nền tảng tư tưởng của Đảng.',
    'Tôi hứa bắt đầu từ hôm nay, và mong đồng đội nhắc tôi khi tôi quên. (Theo Quyết định số 874/QĐ-BTTTT ngày 17/6/2021.)',
  ],
];

const essay = (random: SeededRandom): string => paragraphs.map((choices) => random.pick(choices)).join('\n\n');
