import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { gzipAround, readyText } from '#app/platform/http/ready-text.server.ts';

const paper = JSON.stringify({ stem: 'Đồng chí chọn câu nào? "Ằ Ễ Ự" \\ ' }).repeat(400);

it.each([
  ['short parts', '[{"a":', '}]\n', paper],
  ['nothing around it', '', '', paper],
  ['nothing in it', 'trước', 'sau', ''],
  ['parts longer than one block', 'Đ'.repeat(70_000), 'ự'.repeat(40_000), paper],
  ['lengths at the edge of a block', 'a'.repeat(0xffff), 'b'.repeat(2 * 0xffff), 'c'],
])('an answer around a ready text is one whole gzip file: %s', async (_, before, after, text) => {
  // gunzip checks length and CRC.
  const whole = gunzipSync(gzipAround(before, await readyText(text), after)).toString();
  expect(whole === before + text + after).toBe(true);
});
