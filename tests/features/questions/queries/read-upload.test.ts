import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeLegacy, legacyEncodings } from '#app/features/org/core/roster/legacy-encodings.ts';
import { readUpload } from '#app/features/questions/queries/read-upload.server.ts';
import { zipTexts } from '#app/platform/documents/zip.server.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const paper = [
  'Câu 1. Nghị quyết số 35-NQ/TW được ban hành vào ngày, tháng, năm nào?',
  'A. Ngày 22 tháng 10 năm 2018',
  'B. Ngày 12 tháng 3 năm 2019',
  'Đáp án: A',
].join('\r\n');

describe('what a file is', () => {
  it.each([
    ['gift', 'x.txt', '::a:: Hai cộng hai? {=4 ~5}'],
    ['aiken', 'x.txt', 'Hai cộng hai?\nA. 4\nB. 5\nANSWER: A'],
    ['text', 'x.txt', paper],
    ['moodle-xml', 'x.xml', '<?xml version="1.0"?>\n<!-- question: 1 -->\n<quiz></quiz>'],
    ['qti', 'x.xml', '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="a"/>'],
    ['qti', 'x.xml', '<?xml version="1.0"?><qti-assessment-item identifier="a"></qti-assessment-item>'],
  ])('is seen by its content: %s', async (format, name, text) => {
    expect((await readUpload(bytes(text), { name })).format).toBe(format);
  });

  it('is what the reader says, whatever it looks like', async () => {
    const read = await readUpload(bytes('Hai cộng hai?\nA. 4\nB. 5\nANSWER: A'), { name: 'x.txt', format: 'text' });
    expect(read.format).toBe('text');
  });

  it.each(legacyEncodings)('is read in %s as in Unicode', async (encoding) => {
    const old = Buffer.from(encodeLegacy(paper, encoding)!, 'latin1');
    const read = await readUpload(old, { name: 'de.txt' });
    expect(read.questions[0]?.body.stem).toContain('Nghị quyết số 35-NQ/TW được ban hành');
    expect(read.text).toBe(paper);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('is read in %s', async (encoding) => {
    const little = Buffer.from(`\ufeff${paper}`, 'utf16le');
    const read = await readUpload(encoding === 'utf-16le' ? little : little.swap16(), { name: 'de.txt' });
    expect(read.questions).toHaveLength(1);
    expect(read.text).toBe(paper);
  });
});

describe('what is refused', () => {
  const deep = (depth: number) => `${'<quiz>'.repeat(depth)}${'</quiz>'.repeat(depth)}`;
  it.each([
    ['empty-file', new Uint8Array()],
    ['too-large', new Uint8Array(100 * 1024 * 1024)],
    ['too-large', bytes('Câu 1. a\n'.repeat(1_000_000))],
    ['too-large', bytes('Câu 1. a\n'.repeat(60_001))],
    ['too-large', bytes(`Câu 1. ${'[('.repeat(100_001)}?\nA. x\nB. y\nĐáp án: A\n`)],
    ['not-text', bytes('%PDF-1.7\n')],
    ['not-text', new Uint8Array([1, 2, 3, 0, 5, 0, 0, 9])],
    ['broken-utf8', Buffer.concat([bytes(paper.repeat(3)), Buffer.from([0xff])])],
    ['old-office', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(2000)])],
    ['damaged', bytes('PK\x03\x04nonsense that is no archive at all')],
    ['xml-too-deep', bytes(deep(1_000_000))],
    ['xml-entities', bytes('<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "aaa">]><quiz>&a;</quiz>')],
    ['xml-entities', bytes('<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>')],
  ])('%s', async (code, file) => {
    await expect(readUpload(file, { name: 'x' })).rejects.toMatchObject({ name: 'FileRefusal', code });
  });

  it('a package in which nothing is a question', async () => {
    const zip = await zipTexts([['readme.txt', 'hello']]);
    await expect(readUpload(zip, { name: 'x.zip' })).rejects.toMatchObject({ code: 'unknown-package' });
  });

  it('what would unpack to more than memory holds', async () => {
    // A part that packs two hundred to one and more.
    expect(deflateRawSync(Buffer.alloc(1_000_000)).length).toBeLessThan(5000);
    const zip = await zipTexts([['word/document.xml', ' '.repeat(60_000_000)]]);
    await expect(readUpload(zip, { name: 'x.docx' })).rejects.toMatchObject({ code: 'zip-bomb' });
  });
});
