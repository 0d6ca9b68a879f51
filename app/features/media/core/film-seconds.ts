import type { FileEnds } from './media-type.ts';

/**
 * How long an MP4 plays, in seconds, by its movie header (`mvhd` of ISO 14496-12: time scale and duration, 32 bits in
 * version 0 and 64 in version 1), which stands near the beginning or the end; null where it cannot be seen.
 */
export function filmSeconds({ head, tail }: FileEnds): number | null {
  return secondsIn(head) ?? secondsIn(tail);
}

/** How long a WAV plays: its bytes, but for the header, by the bytes that it says make a second. */
export function waveSeconds(head: Uint8Array, byteSize: number): number | null {
  if (head.length < 44 || head[12] !== 0x66 || head[13] !== 0x6d || head[14] !== 0x74) return null;
  const perSecond = new DataView(head.buffer, head.byteOffset, head.length).getUint32(28, true);
  const seconds = (byteSize - 44) / perSecond;
  return perSecond > 0 && seconds > 0 && seconds < 86_400 ? Math.round(seconds * 10) / 10 : null;
}

const MVHD = [...'mvhd'].map((letter) => letter.charCodeAt(0));

function secondsIn(bytes: Uint8Array): number | null {
  const at = bytes.findIndex((_byte, place) => MVHD.every((code, index) => bytes[place + index] === code));
  if (at < 0 || at + 36 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 4, bytes.length - at - 4);
  const isLong = view.getUint8(0) === 1;
  const scale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  const seconds = duration / scale;
  return scale > 0 && seconds > 0 && seconds < 86_400 ? Math.round(seconds * 10) / 10 : null;
}
