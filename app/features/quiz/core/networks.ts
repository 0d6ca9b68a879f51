/** A range of addresses: all whose first `length` of 128 bits are those of `start`. */
interface Network {
  readonly start: bigint;
  readonly length: number;
}

const V4_PREFIX = 0xffffn << 32n;

/**
 * Whether an address lies in one of the networks. No networks: from anywhere. An address that cannot be read lies in none,
 * and a network that cannot be read holds nothing: doubt keeps the door shut.
 */
export function isAllowedFrom(networks: readonly string[], address: string): boolean {
  if (networks.length === 0) return true;
  const bits = addressBits(address);
  if (bits === null) return false;
  return networks.some((text) => {
    const network = networkOf(text);
    return network !== null && bits >> BigInt(128 - network.length) === network.start >> BigInt(128 - network.length);
  });
}

/** Whether this is an address or a CIDR range of IPv4 or IPv6: '10.0.5.12', '10.0.5.0/24', 'fd00:35::/32'. */
export const isNetwork = (text: string): boolean => networkOf(text) !== null;

/** The ranges of a text with one or several to the line, as they were written, each once. */
export function listedNetworks(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))];
}

function networkOf(text: string): Network | null {
  const [address = '', length, ...rest] = text.trim().split('/');
  const start = addressBits(address);
  if (start === null || rest.length > 0) return null;
  const most = address.includes(':') ? 128 : 32;
  if (length === undefined) return { start, length: 128 };
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return null;
  return { start, length: 128 - most + Number(length) };
}

/** An address as 128 bits. One of IPv4 is the same as its IPv6 form '::ffff:10.0.0.1', as a socket may name it. */
function addressBits(text: string): bigint | null {
  const address = text.trim().replace(/%.*$/, '');
  if (!address.includes(':')) {
    const bits = v4Bits(address);
    return bits === null ? null : V4_PREFIX | bits;
  }
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0) return null;
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  if (before === null || after === null) return null;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<bigint>(missing).fill(0n), ...after];
  return groups.reduce((bits, group) => (bits << 16n) | group, 0n);
}

/** The groups of 16 bits in a part of an IPv6 address; its last may be an IPv4 address, which counts as two. */
function groupsOf(part: string): bigint[] | null {
  if (part === '') return [];
  const groups: bigint[] = [];
  const texts = part.split(':');
  for (const [index, text] of texts.entries()) {
    const v4 = index === texts.length - 1 && text.includes('.') ? v4Bits(text) : null;
    if (v4 !== null) groups.push(v4 >> 16n, v4 & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(text)) groups.push(BigInt(`0x${text}`));
    else return null;
  }
  return groups;
}

function v4Bits(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}
