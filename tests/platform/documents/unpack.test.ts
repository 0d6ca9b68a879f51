import { describe, expect, it } from 'vitest';
import { FileRefusal } from '#app/platform/documents/file-refusal.server.ts';
import { unpack } from '#app/platform/documents/unpack.server.ts';
import { type ZipEntry, zipOf } from '#tests/fixtures/zip.ts';
import { processorMs } from '#tests/processor-time.ts';

const reasonOf = (bytes: Uint8Array): Promise<string> =>
  unpack(bytes).then(
    (parts) => `opened ${[...parts.keys()].join()}`,
    (error: unknown) => (error instanceof FileRefusal ? error.code : `threw ${String(error)}`),
  );
const of = (...entries: ZipEntry[]) => zipOf(entries);
const document = (content: Uint8Array | string): ZipEntry => ({ name: 'word/document.xml', content });
const old = (text = '') => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(text, 'utf16le')]);

describe('a packed file', () => {
  it('opens into its parts, whatever the width of their letters', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>Câu</a>', 'utf16le')]);
    const parts = await unpack(
      of(document('<a>Câu</a>'), { name: 'b.xml', content: wide }, { name: 'c/', content: '' }),
    );
    expect([...parts].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['word/document.xml', '<a>Câu</a>'],
      ['b.xml', '<a>Câu</a>'],
    ]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty-file'],
    ['one byte', new Uint8Array([1]), 'not-a-zip'],
    ['a text', Buffer.from('Câu 1. Nghị quyết nào?'), 'not-a-zip'],
    ['the first bytes of a zip alone', Buffer.from('PK\u0003\u0004'), 'damaged'],
    ['100 MB', new Uint8Array(100 * 1024 * 1024), 'too-large'],
    ['a file of old Word', old(), 'old-office'],
    ['Word with a password', old('EncryptedPackage'), 'with-password'],
    ['a zip with a password', of({ ...document('<a/>'), says: { flags: 1 } }), 'with-password'],
    ['a bomb', of(document(Buffer.alloc(70 * 1024 * 1024))), 'zip-bomb'],
    ['a bomb that says it is small', of({ ...document(Buffer.alloc(70 * 1024 * 1024)), says: { size: 9 } }), 'damaged'],
    ['a part smaller than it says', of({ ...document('<a/>'), says: { size: 900 } }), 'damaged'],
    ['other content than its checksum', of({ ...document('<a/>'), says: { checksum: 1 } }), 'damaged'],
    ['5,000 parts', zipOf(Array.from({ length: 5000 }, (_, at) => ({ name: `${at}`, content: '' }))), 'zip-bomb'],
    ['a part twice', of(document('<a/>'), document('<b/>')), 'damaged'],
    ['a name that climbs', of({ name: '../../etc/passwd', content: '' }), 'unsafe-name'],
    ['a name from the root', of({ name: '/etc/passwd', content: '' }), 'unsafe-name'],
    ['a name of a drive', of({ name: 'C:/autoexec.bat', content: '' }), 'unsafe-name'],
    ['macros', of(document('<a/>'), { name: 'word/vbaProject.bin', content: 'x' }), 'with-macros'],
    [
      'a type with macros',
      of({
        name: '[Content_Types].xml',
        content: '<a ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      }),
      'with-macros',
    ],
    [
      'a document type',
      of(document('<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')),
      'xml-entities',
    ],
    ['entities', of(document('<!DOCTYPE a [<!ENTITY x "&y;&y;">]><a>&x;</a>')), 'xml-entities'],
    ['a million elements deep', of(document('<a>'.repeat(1_000_000))), 'xml-too-deep'],
    ['broken UTF-8', of(document(Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28]))), 'broken-utf8'],
    ['half a wide letter', of(document(Buffer.from([0xff, 0xfe, 0x3c]))), 'broken-utf8'],
  ])('is refused at once for %s', async (_, bytes, reason) => {
    const took = await processorMs(async () => expect(await reasonOf(bytes)).toBe(reason));
    expect(took).toBeLessThan(5000);
  });

  it('takes signs within comments, quotes and CDATA for what they are', async () => {
    const xml = `<a t="x>y" u='<!DOCTYPE'><!-- <!DOCTYPE <b> --><![CDATA[<!DOCTYPE]]><b/></a>`;
    expect(await reasonOf(of(document(xml)))).toBe('opened word/document.xml');
  });

  it('holds nothing back where it is cut off or changed anywhere', async () => {
    const whole = of(document('<a>Câu 1</a>'), { name: 'word/media/a.png', content: Buffer.from([1, 2, 3]) });
    for (let at = 0; at < whole.length; at += 1) {
      expect(await reasonOf(whole.subarray(0, at))).toMatch(/^(empty-file|not-a-zip|damaged)$/);
      const changed = Uint8Array.from(whole);
      changed[at]! ^= 0x41;
      expect(await reasonOf(changed)).not.toMatch(/^threw/);
    }
  });
});
