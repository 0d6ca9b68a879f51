import { describe, expect, it } from 'vitest';
import { templateQuestions } from '#app/features/questions/core/formats/template-questions.ts';
import { vi } from '#app/features/questions/messages/export-vi.ts';
import { questionTemplate, templateFormats } from '#app/features/questions/queries/formats/question-template.server.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';

describe('a template', () => {
  it.each(templateFormats)('of %s is read as it stands: one question of each type', async (format) => {
    const { title, guide } = vi.template;
    const { bytes, ending } = await questionTemplate(format, { title, guide, madeAt: new Date(0) });
    const read = await readUpload(bytes, { name: `mau.${ending}` });
    expect(read.format).toBe(format);
    expect(read.problems).toEqual([]);
    expect(read.questions.map(({ body }) => body)).toEqual(templateQuestions.map(({ body }) => body));
    expect(read.questions[0]).toMatchObject({
      difficulty: 'easy',
      tags: ['ví dụ'],
      source: 'Hiến pháp năm 2013, điều 13',
    });
  });
});
