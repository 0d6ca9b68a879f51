import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  largestBody,
  largestPackageUpload,
  largestUpload,
  refusalOf,
} from '#app/platform/http/guard.server.ts';

const host = 'hoctap.qd.vn:3000';
const length = { 'content-length': '20' };
const cookie = { cookie: 'hoctap35_session=x' };
const refuse = (status: number, reason: string) => ({ status, reason });

describe('what is refused before any page sees it', () => {
  it.each<[string, string, IncomingHttpHeaders, ReturnType<typeof refuse> | null]>([
    ['reading', 'GET', {}, null],
    ['reading after a link on another site', 'GET', { 'sec-fetch-site': 'cross-site' }, null],
    ['headers alone', 'HEAD', {}, null],
    ['a method that no page uses', 'DELETE', {}, refuse(405, 'method')],
    ['another', 'OPTIONS', {}, refuse(405, 'method')],
    ['our own form', 'POST', { ...length, ...cookie, 'sec-fetch-site': 'same-origin' }, null],
    ['a form typed by hand', 'POST', { ...length, 'sec-fetch-site': 'none' }, null],
    [
      "another site's form",
      'POST',
      { ...length, ...cookie, 'sec-fetch-site': 'cross-site' },
      refuse(403, 'cross-site'),
    ],
    ["a neighbour's form", 'POST', { ...length, ...cookie, 'sec-fetch-site': 'same-site' }, refuse(403, 'cross-site')],
    // Over plain HTTP browsers send no Sec-Fetch-Site.
    ['our own form without it', 'POST', { ...length, ...cookie, origin: `http://${host}` }, null],
    ["another site's without it", 'POST', { ...length, origin: 'http://evil.example' }, refuse(403, 'cross-site')],
    ['another port', 'POST', { ...length, origin: 'http://hoctap.qd.vn:4000' }, refuse(403, 'cross-site')],
    ['a hidden origin', 'POST', { ...length, ...cookie, origin: 'null' }, refuse(403, 'cross-site')],
    ['a cookie from nowhere', 'POST', { ...length, ...cookie }, refuse(403, 'cross-site')],
    ['a program without a cookie', 'POST', length, null],
    ['a lie about the site', 'POST', { ...length, 'sec-fetch-site': 'same-origin-x' }, refuse(403, 'cross-site')],
    ['a body of unknown length', 'POST', { 'transfer-encoding': 'chunked' }, refuse(411, 'length-required')],
    ['the largest body', 'POST', { 'content-length': String(largestBody) }, null],
    ['a larger one', 'POST', { 'content-length': String(largestBody + 1) }, refuse(413, 'too-large')],
  ])('%s', (_, method, headers, expected) => {
    expect(refusalOf({ method, headers }, host)).toEqual(expected);
  });

  it.each([
    ['/media', null],
    ['/media.data?x=1', null],
    ['/attempts/a1/files?slot=2', null],
    ['/attempts/a1/files.data?slot=2', null],
    ['/attempts/a1/answers', refuse(413, 'too-large')],
    ['/attempts/a1/files/f1', refuse(413, 'too-large')],
    ['/media/abc', refuse(413, 'too-large')],
    ['/sign-in?next=/media', refuse(413, 'too-large')],
  ])('a file is let through where files are sent, and nowhere else: %s', (url, expected) => {
    const ask = (size: number) => refusalOf({ method: 'POST', url, headers: { 'content-length': String(size) } }, host);
    expect(ask(largestUpload)).toEqual(expected);
    expect(ask(largestUpload + 1)).toEqual(refuse(413, 'too-large'));
  });

  it.each(['/author/packages/new', '/author/packages/new.data?_routes=x'])(
    'a whole course is let through: %s',
    (url) => {
      const ask = (size: number, to = url) =>
        refusalOf({ method: 'POST', url: to, headers: { 'content-length': String(size) } }, host);
      expect(ask(largestPackageUpload)).toBeNull();
      expect(ask(largestPackageUpload + 1)).toEqual(refuse(413, 'too-large'));
      expect(ask(largestUpload, '/author/packages/new/x')).toEqual(refuse(413, 'too-large'));
    },
  );

  it('lets no inline script run but those of this answer', () => {
    const policy = contentSecurityPolicy('n0nce');
    expect(policy).toContain("script-src 'self' 'nonce-n0nce'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

it.each(['a b', 'evil/x', 'x@y', 'a,b', 'quân.vn', ''])('refuses %j, which is no host', (wrong) => {
  expect(refusalOf({ method: 'GET', headers: {} }, wrong)).toEqual(refuse(400, 'host'));
});

it.each(['localhost', 'hoctap.qd.vn:3000', '10.0.0.1', '[::1]:3000', 'may_chu'])('takes the host %j', (right) => {
  expect(refusalOf({ method: 'GET', headers: {} }, right)).toBeNull();
});
