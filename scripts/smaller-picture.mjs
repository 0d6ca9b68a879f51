/**
 * Makes a PNG or JPEG smaller: node smaller-picture.mjs FROM TO LONGEST. A process of its own, so that a picture which takes
 * too long or too much memory ends with it and not with the server. Turns it the way that its camera says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createJimp } from '@jimp/core';
import jpeg from '@jimp/js-jpeg';
import png from '@jimp/js-png';
import { methods } from '@jimp/plugin-resize';

const [from, to, longest] = process.argv.slice(2);
const Jimp = createJimp({ formats: [jpeg, png], plugins: [methods] });
const picture = await Jimp.fromBuffer(readFileSync(from));
const side = Number(longest);
if (Math.max(picture.width, picture.height) > side) picture.scaleToFit({ w: side, h: side });
writeFileSync(to, await picture.getBuffer(picture.mime, picture.mime === 'image/jpeg' ? { quality: 82 } : {}));
