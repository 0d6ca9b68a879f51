const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NUMBER = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/;

/** Whether XML 1.0 can hold a character. */
const isCharacter = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** A text with the five entities of XML and the numbers of characters resolved; null for any other. */
export function decodeEntities(text: string): string | null {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const sign = end === -1 ? null : signOf(text.slice(at + 1, end));
    if (sign === null) return null;
    decoded += text.slice(from, at) + sign;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

function signOf(name: string): string | null {
  if (Object.hasOwn(NAMED, name)) return NAMED[name]!;
  const number = NUMBER.exec(name);
  if (!number) return null;
  const code = number[1] === undefined ? Number.parseInt(number[2]!, 10) : Number.parseInt(number[1], 16);
  return isCharacter(code) ? String.fromCodePoint(code) : null;
}
