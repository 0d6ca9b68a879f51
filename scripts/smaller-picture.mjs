/**
 * Makes a PNG or JPEG smaller: node smaller-picture.mjs FROM TO SIZE [TO SIZE]..., where SIZE is the longest side (1600) or the
 * width (w480), in pixels. A process of its own, so that a picture which takes too long or too much memory ends with it and
 * not with the server. Turns it the way that its camera says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import png from '@jimp/js-png';
import { methods } from '@jimp/plugin-resize';

const [from, ...wanted] = process.argv.slice(2);
const Jimp = createJimp({ formats: [jpeg, png], plugins: [methods] });
const original = await Jimp.fromBuffer(readFileSync(from));
// A copy forgets what it was read from.
const { mime } = original;
while (wanted.length > 0) {
  const [to, size] = wanted.splice(0, 2);
  const picture = wanted.length > 0 ? original.clone() : original;
  const side = Number(size.replace('w', ''));
  if (size.startsWith('w')) {
    if (picture.width > side) picture.resize({ w: side });
  } else if (Math.max(picture.width, picture.height) > side) picture.scaleToFit({ w: side, h: side });
  writeFileSync(to, await picture.getBuffer(mime, mime === 'image/jpeg' ? { quality: 82 } : {}));
}
