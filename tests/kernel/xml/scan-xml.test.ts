import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#app/kernel/seeded-random.ts';
import { scanXml, withPlainBreaks } from '#app/kernel/xml/scan-xml.ts';
import { mutatedText } from '#tests/bench/fuzz/mutate.ts';

/** What is told of a text, each thing with the line on which it ends; null where it is not told as a whole. */
type Told = unknown[] | null;

function scanned(given: string): Told {
  const source = withPlainBreaks(given);
  const lineAt = (place: number) => source.slice(0, place).split('\n').length;
  const told: unknown[] = [];
  const isWhole = scanXml(source, {
    open: (name, attributes, place) => told.push(['open', name, { ...attributes }, lineAt(place)]),
    close: (place) => told.push(['close', lineAt(place)]),
    text: (words) => told.push(['text', words]),
    cdata: (words) => told.push(['cdata', words]),
    instruction: (target, body) => told.push(['instruction', target, body]),
  });
  return isWhole ? told : null;
}

function parsed(source: string): Told {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const told: unknown[] = [];
  let line = 0;
  let depth = 0;
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('doctype', () => {
    isSound = false;
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    told.push(['open', name, { ...attributes }, line]);
  });
  parser.on('closetag', () => {
    depth -= 1;
    told.push(['close', parser.line]);
  });
  parser.on('text', (words) => depth > 0 && told.push(['text', words]));
  parser.on('cdata', (words) => told.push(['cdata', words]));
  parser.on('processinginstruction', ({ target, body }) => told.push(['instruction', target, body]));
  parser.write(source).close();
  return isSound ? told : null;
}

const samples = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="http://x/y"><w:body>\n<w:p w:rsidR="00A"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Câu 1. Đảng &amp; quân đội &#x1ea1; </w:t></w:r></w:p></w:body></w:document>\n',
  '<?xml version=\'1.0\'?><!-- đầu --><quiz><question type=\'multichoice\'><questiontext format="html"><text><![CDATA[<p>Hỏi ]] > gì?</p>]]></text></questiontext><?hoctap35 {"a": 1} ?></question ></quiz><!-- cuối -->',
  '\ufeff<a\n  b = "1\t2\n3"\n  c=\'"\'\n/>',
  '<q:item xmlns:q="u" title="a &lt; b &#13;"><q:p/>x<!-- y -->z<q:p>𝄞 &#119070;</q:p></q:item>',
];
const pieces = fc.constantFrom(
  ...[
    '<a>',
    '</a>',
    '<b x="1">',
    '</b>',
    '<c/>',
    '<a b="x" b="y"/>',
    "<d e='&amp;\n'>",
    '</d >',
    '<x:y x:z="">',
    '</x:y>',
  ],
  ...[
    'chữ',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '&amp;',
    '&#10;',
    '&#0;',
    '&nbsp;',
    '&',
    ';',
    ']]>',
    ']]',
    '>',
    '"',
    '\u0001',
    '\ud800',
  ],
  ...[
    '<!-- x -->',
    '<!-- -- -->',
    '<!--->',
    '<![CDATA[',
    ']]>',
    '<![CDATA[]]>',
    '<?p q?>',
    '<?p?>',
    '<?p ??>',
    '<?xml?>',
    '<?XML a?>',
  ],
  ...[
    '<!DOCTYPE a>',
    '<a',
    ' b=1',
    ' b',
    '="',
    '/',
    '<',
    '</',
    '<é/>',
    '<a é="1"/>',
    '<__proto__/>',
    '<a __proto__="x"/>',
  ],
);

describe('a quick reading of XML', () => {
  it('reads what programs write', () => {
    for (const sample of samples) expect(scanned(sample)).toEqual(parsed(sample));
    for (const sample of samples) expect(scanned(sample)).not.toBeNull();
  });

  it('tells what a parser of all of XML tells, or nothing', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.boolean(), (parts, isFramed) => {
        const source = isFramed ? `<r>${parts.join('')}</r>` : parts.join('');
        const quick = scanned(source);
        if (quick) expect(quick).toEqual(parsed(source));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees about spoilt files, and gives up on few that are sound', () => {
    let sound = 0;
    let given = 0;
    for (let index = 0; index < 3000; index += 1) {
      const source = mutatedText(samples, seededRandom(`scan ${index}`));
      const [quick, whole] = [scanned(source), parsed(source)];
      if (quick) expect(quick).toEqual(whole);
      if (whole) sound += 1;
      if (whole && !quick) given += 1;
    }
    expect(sound).toBeGreaterThan(100);
    expect(given).toBeLessThan(sound / 10);
  });
});
