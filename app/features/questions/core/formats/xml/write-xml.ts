// What XML 1.0 cannot hold at all: controls, halves of characters.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are sought
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const SIGNS: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  ...{ '\r': '&#13;', '\n': '&#10;', '\t': '&#9;' },
};

/** Words of an element. What XML has no place for is left out. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (sign) => SIGNS[sign]!);

/** The value of an attribute, without its quotes. */
export const xmlAttribute = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"\r\n\t]/g, (sign) => SIGNS[sign]!);

/** Words of an element that are markup themselves, such as HTML in Moodle's files. */
export function xmlMarkup(text: string): string {
  const clean = text.replace(FORBIDDEN, '').replace(/\r\n?/g, '\n');
  if (clean === '') return '';
  return /[&<>]/.test(clean) ? `<![CDATA[${clean.replace(/\]\]>/g, ']]]]><![CDATA[>')}]]>` : clean;
}

/** An element; attributes without a value are left out. */
export function xmlTag(name: string, attributes: Record<string, string | undefined>, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlAttribute(value!)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}
