import { expect, it } from 'vitest';
import { pack, unpack } from '#app/kernel/packed.ts';

it('arrives as it was sent', () => {
  const paper = { questions: [{ slot: 1, stemHtml: '<p>Câu "một"</p>', answer: null }], map: [{ slot: 1, page: 1 }] };
  expect(unpack(pack(paper))).toEqual(paper);
});
