import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cue, parseTime, showTime, vttTime } from '#app/features/media/core/captions/cue.ts';
import { judgeRows } from '#app/features/media/core/captions/judge-rows.ts';
import { printVtt } from '#app/features/media/core/captions/print-vtt.ts';
import { readCaptions, tidyText } from '#app/features/media/core/captions/read-captions.ts';
import { processorMs } from '#tests/processor-time.ts';

const row = (start: string, end: string, text = 'Lời') => ({ start, end, text });

describe('a time of captions', () => {
  it.each([
    ['0:01', 1000],
    ['00:00:01.500', 1500],
    ['1:02:03,25', 3_723_250],
    ['75:00', 4_500_000],
    ['90', 90_000],
    [' 5,5 ', 5500],
    ['0:61', null],
    ['1:61:00', null],
    ['24:00:00', null],
    ['', null],
    ['một phút', null],
    ['-1', null],
    ['1:2:3:4', null],
    ['0:01.2345', null],
  ])('%j is %s milliseconds', (text, ms) => expect(parseTime(text)).toBe(ms));

  it('is shown so that it is read back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399_999 }), (ms) => {
        expect(parseTime(showTime(ms))).toBe(ms);
        expect(parseTime(vttTime(ms))).toBe(ms);
      }),
    );
  });
});

describe('a file of captions', () => {
  const vtt = `\ufeffWEBVTT - Phim
Kind: captions

NOTE của người dịch

STYLE
::cue { color: red }

mở đầu
00:01.000 --> 00:02.500 align:start position:10%
<v Thầy>Chào <b>các</b> đồng chí</v>
A &lt; B &amp; C

2
00:00:03.000 --> 00:00:04.000
Hết`;

  it('WebVTT: names, places, letters in bold go and are counted, words stay', () => {
    expect(readCaptions(vtt)).toEqual({
      rows: [row('0:01.000', '0:02.500', 'Thầy: Chào các đồng chí\nA < B & C'), row('0:03.000', '0:04.000', 'Hết')],
      stray: [],
      dropped: [
        { code: 'styling', count: 1 },
        { code: 'placement', count: 1 },
        { code: 'notes', count: 2 },
      ],
    });
  });

  it('SubRip, with the line ends of Windows and a missing empty line', () => {
    const srt =
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Một</i>\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nHai &amp; ba\r\n';
    expect(readCaptions(srt).rows).toEqual([
      row('0:01.000', '0:02.000', 'Một'),
      row('0:02.000', '0:03.000', 'Hai &amp; ba'),
    ]);
  });

  it('keeps a time that is none for its row, and names lines that belong nowhere', () => {
    const read = readCaptions('lạc loài\n\n00:00:aa --> 00:00:02,000\nMột\n\ncuối');
    expect(read.rows).toEqual([row('00:00:aa', '0:02.000', 'Một')]);
    expect(read.stray).toEqual([
      { line: 1, text: 'lạc loài' },
      { line: 6, text: 'cuối' },
    ]);
  });

  it.each(['', 'WEBVTT', 'Một bài văn\nkhông có giờ', '\0\0\0'])('has no cue in %j', (text) => {
    expect(readCaptions(text).rows).toEqual([]);
  });

  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aăệỬ <>&-;{}\\/\n\t1:.,'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  });
  const cues = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }), words.map(tidyText)), {
      maxLength: 20,
    })
    .map((steps) => {
      const made: Cue[] = [];
      let at = 0;
      for (const [length, gap, text] of steps) {
        if (text === '') continue;
        made.push({ start: at + gap, end: at + gap + length, text });
        at += gap + length;
      }
      return made;
    });

  it('comes back as it was printed, whatever is said in it', () => {
    fc.assert(
      fc.property(cues, (given) => {
        const read = readCaptions(printVtt(given));
        expect(read.stray).toEqual([]);
        expect(read.dropped).toEqual([]);
        expect(judgeRows(read.rows, null)).toEqual({ kind: 'good', cues: given });
      }),
      { numRuns: 300 },
    );
  });

  it('never fails, and what it keeps can be printed and read again', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          'WEBVTT\n',
          '\n',
          '\n\n',
          '00:01.000 --> 00:02.000\n',
          ' --> ',
          '1\n',
          'NOTE\n',
          '<v ',
          '<b>',
          '&amp;',
          '\ufeff',
          '\r',
          '99:99:99',
        ),
        fc.string({ unit: 'binary', maxLength: 12 }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const { rows } = readCaptions(parts.join(''));
        const judged = judgeRows(rows, null);
        if (judged.kind === 'good') {
          expect(judgeRows(readCaptions(printVtt(judged.cues)).rows, null)).toEqual(judged);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of a megabyte without any end is read at once', async () => {
    const took = await processorMs(() => {
      for (const piece of ['-->', '<', '<v ', ' ', '0:', '{\\', '\n1', '&amp', 'a\n-->\n'])
        readCaptions(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    });
    expect(took).toBeLessThan(10_000);
  });
});

describe('rows of captions', () => {
  it('make captions in the order of their times; empty rows are none', () => {
    expect(judgeRows([row('0:05', '0:06', 'Hai'), row(' ', '', ''), row('1', '2,5', ' Một \n\n một ')], 10)).toEqual({
      kind: 'good',
      cues: [
        { start: 1000, end: 2500, text: 'Một\nmột' },
        { start: 5000, end: 6000, text: 'Hai' },
      ],
    });
  });

  it.each([
    ['a time that is none', [row('x', '0:02')], { row: 0, field: 'start', code: 'bad-time' }],
    ['no end', [row('0:01', '')], { row: 0, field: 'end', code: 'bad-time' }],
    ['an end before the start', [row('0:03', '0:02')], { row: 0, field: 'end', code: 'end-before-start' }],
    ['an end at the start', [row('0:03', '0:03')], { row: 0, field: 'end', code: 'end-before-start' }],
    ['two at once', [row('0:01', '0:03'), row('0:02', '0:04')], { row: 1, field: 'start', code: 'overlap' }],
    [
      'two at once, the later first',
      [row('0:02', '0:04'), row('0:01', '0:03')],
      { row: 0, field: 'start', code: 'overlap' },
    ],
    ['a start behind the end of the film', [row('0:11', '0:12')], { row: 0, field: 'start', code: 'beyond-film' }],
    ['an end behind the end of the film', [row('0:09', '0:12')], { row: 0, field: 'end', code: 'beyond-film' }],
    ['no words', [row('0:01', '0:02', ' \n ')], { row: 0, field: 'text', code: 'no-text' }],
    ['a whole page', [row('0:01', '0:02', 'a'.repeat(401))], { row: 0, field: 'text', code: 'text-too-long' }],
  ] as const)('say where they are wrong: %s', (_what, rows, problem) => {
    const judged = judgeRows(rows, 10);
    expect(judged.kind === 'bad' && judged.problems).toContainEqual(problem);
  });

  it('may touch, and end when the film does', () => {
    expect(judgeRows([row('0:01', '0:02'), row('0:02', '0:10.4')], 10).kind).toBe('good');
  });

  it('are not more than a player bears', () => {
    const many = Array.from({ length: 3001 }, (_, at) => row(showTime(at * 10), showTime(at * 10 + 5)));
    expect(judgeRows(many, null)).toMatchObject({ kind: 'bad', problems: [{ row: 3000, code: 'too-many' }] });
  });
});
