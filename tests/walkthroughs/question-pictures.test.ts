import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, it } from 'vitest';
import { createQuestion } from '#app/features/questions/commands/create-question.server.ts';
import { stageImport } from '#app/features/questions/commands/imports/stage-import.server.ts';
import type { QuestionBody } from '#app/features/questions/core/question.ts';
import { draftOf } from '#app/features/questions/core/question-draft.ts';
import { displayOrder } from '#app/features/questions/core/question-types.ts';
import { importPage } from '#app/features/questions/queries/imports/import-pages.server.ts';
import { questionEditor } from '#app/features/questions/queries/question-editor.server.ts';
import { redrawnDraft } from '#app/features/questions/queries/question-preview.server.ts';
import { questionVersion } from '#app/features/questions/queries/question-versions.server.ts';
import { renderShort } from '#app/features/questions/ui/imports/render-short.ts';
import { showQuestion } from '#app/features/quiz/queries/shown-question.server.ts';
import { reviewQuestion } from '#app/features/quiz/queries/shown-review.server.ts';
import { HtmlNodes } from '#app/features/quiz/ui/html-nodes.tsx';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { database } from '#app/platform/db/database.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { useTestDatabase } from '#tests/database.ts';
import { png } from '#tests/features/media/files.ts';
import { buildCorps, type Corps } from '#tests/fixtures/corps.ts';
import { keptCategory, keptMedium } from '#tests/fixtures/packed-course.ts';

useTestDatabase();

let corps: Corps;
let categoryId = '';
let wide = '';
let small = '';
beforeAll(async () => {
  corps = await buildCorps();
  categoryId = await keptCategory(corps.giang, 'Có hình');
  wide = await keptMedium(png(1200, 800, 'rộng'), 'Bản đồ.png');
  small = await keptMedium(png(300, 200, 'nhỏ'), 'Huy hiệu.png');
});

async function shown(body: QuestionBody) {
  const explanation = `Xem ![bản đồ](media:${wide})`;
  const draft = draftOf({ body, categoryId, explanation, source: 'NQ 35', difficulty: 'easy', tags: [] });
  const made = await createQuestion(corps.giang, draft);
  if (made.kind !== 'created') throw new Error(JSON.stringify(made));
  const { currentVersionId } = await database().read.question.findUniqueOrThrow({ where: { id: made.questionId } });
  const version = await questionVersion(currentVersionId!);
  const optionOrder = displayOrder(body, seededRandom('x'), { shuffle: false });
  const place = { slot: 1, questionId: version.questionId, questionVersionId: version.id, optionOrder, maxMark: 1 };
  return { version, place, question: showQuestion(version, place) };
}

const forms = (attribute: string) =>
  `width="1200" height="800" ${attribute}="/media/${wide}/480 480w, /media/${wide}/960 960w, /media/${wide} 1200w"`;

it('a picture of a question comes in the widths that screens need, in the stem, the options and the explanation', async () => {
  const { version, place, question } = await shown({
    ...{ type: 'single', stem: `Nhìn ![bản đồ](media:${wide}) và chọn.`, correct: 'a' },
    options: [
      { id: 'a', text: `![bản đồ](media:${wide})` },
      { id: 'b', text: `![huy hiệu](media:${small})` },
    ],
  });
  expect(question.stemHtml).toContain(forms('srcset'));
  expect(question.options[0]!.html).toContain(forms('srcset'));
  // Little wider than the narrowest form: only its place is kept.
  expect(question.options[1]!.html).toContain('width="300" height="200" loading="lazy"');
  const review = reviewQuestion(version, place, undefined, { fraction: 1, mark: 1 }, new Set(['explanation'] as const));
  expect(review.explanationHtml).toContain(forms('srcset'));
});

it('so does one between the blanks of a text, which the page draws element by element', async () => {
  const { question } = await shown({
    ...{ type: 'blanks', stem: `![bản đồ](media:${wide}) là {{noi}}.` },
    blanks: [
      {
        ...{ id: 'noi', kind: 'choice', weight: 1, correct: 'a' },
        options: [
          { id: 'a', text: 'Huế' },
          { id: 'b', text: 'Vinh' },
        ],
      },
    ],
  });
  const html = renderToStaticMarkup(createElement(HtmlNodes, { nodes: question.stem!, blank: () => '…' }));
  expect(html).toContain(forms('srcSet'));
  expect(html).toMatch(/ sizes="\(max-width[^"]+" loading="lazy" decoding="async"/);
});

it('so does the preview of a question that is being written, and of a file that is being looked through', async () => {
  const stem = `Nhìn ![bản đồ](media:${wide}) và chọn.`;
  const options = [
    { id: 'a', text: `![bản đồ](media:${wide})` },
    { id: 'b', text: 'hai' },
  ];
  const { version } = await shown({ type: 'single', stem, options, correct: 'a' });
  const editor = await questionEditor(corps.giang, version.questionId);
  expect(editor.preview.stemHtml).toContain(forms('srcset'));
  expect(editor.preview.optionsHtml[0]).toContain(forms('srcset'));
  expect(editor.preview.explanationHtml).toContain(forms('srcset'));
  const typed = await redrawnDraft(corps.giang, { ...editor.draft, stem: `Xem ![bản đồ](media:${wide})?` }, 'preview');
  expect(typed?.preview.stemHtml).toContain(forms('srcset'));
  const importId = await stageImport(corps.giang, {
    ...{ importId: newId(), unitId: '', name: '', format: 'text', fileFormat: 'text', fileProblems: [] },
    source: `Định dạng: Markdown\nCâu 1. ${stem}\nA. ![huy hiệu](media:${small})\nB. hai\nĐáp án: B\n`,
  });
  const { pictures, source } = await importPage(corps.giang, importId);
  expect(pictures[small]).toEqual({ width: 300, height: 200, widths: [] });
  expect(renderShort(source, pictures)).toContain(forms('srcset'));
});
