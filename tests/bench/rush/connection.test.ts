import { expect, it } from 'vitest';
import { wholeAnswer } from './connection.ts';

const cases = {
  'a length': 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
  chunks: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n',
};

it.each(Object.entries(cases))('reads an answer with %s once it is whole', (_, text) => {
  for (let length = 0; length < text.length; length += 1) {
    expect(wholeAnswer(Buffer.from(text.slice(0, length)))).toBe(null);
  }
  expect(wholeAnswer(Buffer.from(text))).toEqual({ status: 200, location: '', body: Buffer.from('hello') });
});

it('reads where a redirect leads', () => {
  const text = 'HTTP/1.1 303 See Other\r\nLocation: /attempts/1/result\r\n\r\n';
  expect(wholeAnswer(Buffer.from(text))).toMatchObject({ status: 303, location: '/attempts/1/result' });
});
