import type { SeededRandom } from '#app/kernel/seeded-random.ts';

/** Pieces on which readers of some format turn. */
const TOKENS = [
  ...[
    '{',
    '}',
    '=',
    '~',
    '#',
    '->',
    '%',
    '####',
    '::',
    '\\',
    '$CATEGORY: ',
    '//',
    '\n\n',
    '\n',
    '\r',
    '\t',
    '\u00a0',
    '\u200b',
  ],
  ...[
    'Câu 1.',
    'Câu 99999: ',
    '\nA. ',
    '\nB) ',
    '\na) ',
    '*',
    '@',
    'Đáp án: ',
    'ĐA',
    'BẢNG ĐÁP ÁN\n',
    'HẾT',
    'Lời giải:',
    '1-A 2.B 3C',
  ],
  ...[
    'Cột A:\n',
    'Ghép: 1-a',
    'Thứ tự đúng: ',
    'Chỗ 1: ',
    '{{1}}',
    '(50%)',
    ' ± ',
    '|',
    ';',
    ',',
    '"',
    '""',
    "'=1+1",
    'ANSWER: ',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#x0;',
    '&#1114112;',
    '&lt;',
    '<p>',
    '</p>',
    '<table><tr><td>',
  ],
  ...[
    '<w:p>',
    '</w:p>',
    '<w:tbl>',
    '<c r="ZZZ1" t="s"><v>99999</v></c>',
    '<row r="1e9">',
    '$$',
    '$\\frac{',
    '\\left(',
    '**',
    '_',
    '`',
    '[',
  ],
  ...[
    '![](attached:x)',
    '](media:',
    '\ufeff',
    '\ud800',
    '\u0000',
    '999999999999999999999',
    '-1',
    '1e309',
    'NaN',
    '%{1:SHORTANSWER:=x}',
    '{1:MC:',
  ],
];

/** One mutated copy of a text: up to four of flips, cuts, copies, splices with another sample, repeats and nestings. */
export function mutatedText(samples: readonly string[], chance: SeededRandom): string {
  let text = chance.pick(samples);
  for (let count = 1 + chance.int(4); count > 0; count -= 1) text = mutateOnce(text, samples, chance);
  return text.slice(0, LONGEST);
}

const LONGEST = 20_000;

function mutateOnce(text: string, samples: readonly string[], chance: SeededRandom): string {
  const at = chance.int(text.length + 1);
  const length = chance.int(Math.min(200, text.length - at) + 1);
  const piece = text.slice(at, at + length);
  switch (chance.int(9)) {
    case 0:
      return (
        text.slice(0, at) + String.fromCharCode(chance.int(chance.int(4) === 0 ? 65536 : 256)) + text.slice(at + 1)
      );
    case 1:
      return text.slice(0, at);
    case 2:
      return text.slice(0, at) + text.slice(at + length);
    case 3:
      return text.slice(0, at) + chance.pick(TOKENS) + text.slice(at);
    case 4:
      return text.slice(0, at) + chance.pick(TOKENS) + text.slice(at + length);
    case 5: {
      const other = chance.pick(samples);
      return text.slice(0, at) + other.slice(chance.int(other.length + 1));
    }
    case 6:
      return text.slice(0, at) + piece.repeat(2 + chance.int(chance.int(20) === 0 ? 400 : 6)) + text.slice(at + length);
    case 7:
      return (
        text.slice(0, at) + chance.pick(TOKENS).repeat(1 + chance.int(chance.int(20) === 0 ? 2000 : 8)) + text.slice(at)
      );
    default: {
      // Nested in itself: the beginning again and again, then the end as often.
      const times = 1 + chance.int(chance.int(20) === 0 ? 300 : 4);
      return text.slice(0, at) + piece.repeat(times) + text.slice(at);
    }
  }
}

/** One mutated copy of bytes: flips, cuts, copies and repeats. */
export function mutatedBytes(samples: readonly Uint8Array[], chance: SeededRandom): Uint8Array {
  let bytes = Buffer.from(chance.pick(samples));
  for (let count = 1 + chance.int(4); count > 0; count -= 1) {
    const at = chance.int(bytes.length + 1);
    const length = chance.int(Math.min(64, bytes.length - at) + 1);
    const kind = chance.int(5);
    if (kind === 0 && at < bytes.length) bytes[at] = chance.int(256);
    else if (kind === 1) bytes = bytes.subarray(0, at);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    else {
      const other = Buffer.from(chance.pick(samples));
      bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(chance.int(other.length + 1))]);
    }
    bytes = Buffer.from(bytes);
  }
  return bytes;
}
