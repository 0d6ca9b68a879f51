import { describe, expect, it } from 'vitest';
import { silentPictures, withPictureWords } from '#app/features/courses/core/word-lesson/picture-words.ts';
import { withStoredPictures, withWrittenWords } from '#app/features/courses/queries/word-course.server.ts';

const picture = (name: string) => ({ name, bytes: new Uint8Array() });
const attached = ['a.png', 'b.png', 'c.png'].map(picture);
const modules = [
  {
    ...{ title: 'Chương I', place: 1 },
    lessons: [
      { title: 'Bài 1', place: 1, text: 'Xem ![](attached:b.png) và ![Có lời \\] sẵn](attached:a.png).' },
      { title: 'Bài 2', place: 4, text: '![ ](attached:c.png "Hình 2")\n\n![](attached:b.png)' },
    ],
  },
];
const course = { title: '', modules, attached, problems: [] };

describe('pictures of a Word document', () => {
  it('that came without words are named once, with the lesson where they stand first', () => {
    expect(silentPictures(course)).toEqual([
      { at: 1, name: 'b.png', lesson: 'Bài 1' },
      { at: 2, name: 'c.png', lesson: 'Bài 2' },
    ]);
  });

  it('get the words that were written for them wherever they stand, and keep words that they had', () => {
    const said = new Map([
      ['a.png', 'không lấy'],
      ['b.png', ' Sơ đồ\n[mạng] '],
    ]);
    const [first, second] = withPictureWords(modules, said)[0]!.lessons;
    expect(first!.text).toBe('Xem ![Sơ đồ \\[mạng\\]](attached:b.png) và ![Có lời \\] sẵn](attached:a.png).');
    expect(second!.text).toContain('![Sơ đồ \\[mạng\\]](attached:b.png)');
    expect(second!.text).toContain('![ ](attached:c.png "Hình 2")');
  });

  it('are counted while they say nothing, and are found by their words when they are stored', () => {
    const { course: described, silent } = withWrittenWords(course, new Map([[1, 'Sơ đồ [mạng]']]));
    expect(silent).toBe(1);
    const stored = new Map(attached.map(({ name }) => [name, `id-${name}`]));
    const [first] = withStoredPictures(described, stored)[0]!.lessons;
    expect(first!.text).toBe('Xem ![Sơ đồ \\[mạng\\]](media:id-b.png) và ![Có lời \\] sẵn](media:id-a.png).');
  });
});
