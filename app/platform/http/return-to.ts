/** A place on this site to go back to, or `fallback`: never another site, whatever was typed into the address. */
export function safeReturnTo(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\'))
    return fallback;
  for (const character of wanted) if (character.charCodeAt(0) < 32) return fallback;
  // A header takes ASCII alone: what stands there as it was typed is written as a browser writes it.
  return wanted.replace(/[^!-~]+/gu, (part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
}
