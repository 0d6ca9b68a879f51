import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, multipartParts } from '#app/platform/http/multipart.server.ts';

/** The bytes in pieces of the given lengths, over and over. */
async function* pieces(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let at = 0; from < bytes.length; at += 1) {
    const until = from + (lengths[at % lengths.length] ?? bytes.length);
    yield bytes.subarray(from, until);
    from = until;
  }
}

async function read(bytes: Uint8Array, boundary: string, lengths: readonly number[] = [7]) {
  const found: { name: string; filename: string | undefined; text: string }[] = [];
  for await (const { name, filename, data } of multipartParts(pieces(bytes, lengths), boundary)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) chunks.push(chunk);
    found.push({ name, filename, text: Buffer.concat(chunks).toString('latin1') });
  }
  return found;
}

describe('a multipart form', () => {
  it('reads as it was written, however it is cut into pieces', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\p{Cs}\0]/gu, ''));
    const anyName = fc.oneof(
      anyText.map((text) => text.replace(/[\r\n\\]/g, '')),
      fc.constantFrom('a;b="c".png', 'x=y; z.png', 'ảnh.png'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyText, anyName), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
        async (files, lengths) => {
          const form = new FormData();
          for (const [at, [text, name]] of files.entries()) {
            form.append(`f${at}`, new File([Buffer.from(text, 'latin1')], `n${name}`));
          }
          const response = new Response(form);
          const bytes = new Uint8Array(await response.arrayBuffer());
          const found = await read(bytes, boundaryOf(response.headers.get('Content-Type'))!, lengths);
          expect(found).toEqual(
            files.map(([text, name], at) => ({
              ...{ name: `f${at}`, filename: `n${name}` },
              text: Buffer.from(text, 'latin1').toString('latin1'),
            })),
          );
        },
      ),
    );
  });

  it('tells a field from a file', async () => {
    // As a browser writes where no file was chosen.
    const bytes = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="alt"\r\n\r\nSơ đồ\r\n--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n',
    );
    const found = await read(bytes, 'b', [1000]);
    expect(found.map(({ name, filename }) => [name, filename])).toEqual([
      ['alt', undefined],
      ['file', ''],
    ]);
    expect(Buffer.from(found[0]!.text, 'latin1').toString('utf8')).toBe('Sơ đồ');
  });

  it('skips what nobody read of a part', async () => {
    const bytes = Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="one"; filename="1"\r\n\r\nlong content\r\n--b\r\nContent-Disposition: form-data; name="two"\r\n\r\n2\r\n--b--\r\n',
    );
    const names: string[] = [];
    for await (const { name } of multipartParts(pieces(bytes, [5]), 'b')) names.push(name);
    expect(names).toEqual(['one', 'two']);
  });

  it.each([
    ['nothing', ''],
    ['no boundary', 'a=b&c=d'],
    ['a boundary and no more', '--b'],
    ['cut off in the headers', '--b\r\nContent-Disposition: form-data; name="x"'],
    ['cut off in the content', '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\ncontent'],
    ['cut off before the last line', '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\ncontent\r\n--b'],
    ['a part without a name', '--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--'],
    ['something behind a boundary', '--bx\r\n\r\n--b--'],
    ['headers without an end', `--b\r\n${'x'.repeat(20_000)}`],
  ])('is refused: %s', async (_what, text) => {
    await expect(read(Buffer.from(text), 'b')).rejects.toThrow(SyntaxError);
  });

  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
    ['Multipart/Form-Data;boundary=abc;x=y', 'abc'],
    ['multipart/form-data', null],
    ['application/json; boundary=abc', null],
    [null, null],
  ])('has the boundary of its type: %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
