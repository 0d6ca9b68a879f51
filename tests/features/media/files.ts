import { Buffer } from 'node:buffer';

/** Small files as programs write them, enough of each to be told by. */
const text = (value: string) => Buffer.from(value, 'latin1');

export const png = (width = 2, height = 1, salt = ''): Buffer => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), size, text(`\b\x06\0\0\0${salt}`)]);
};

export const gif = (width = 3, height = 4): Buffer =>
  Buffer.concat([text('GIF89a'), Buffer.from([width, 0, height, 0, 0, 0, 0])]);

/** With a comment before the frame, as cameras write. */
export const jpeg = (width = 640, height = 480): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xfe, 0, 5, 65, 66, 67, 0xff, 0xc0, 0, 11, 8]),
    Buffer.from([height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
  ]);

export const webp = (width = 100, height = 50): Buffer => {
  const size = Buffer.from([width - 1, 0, 0, height - 1, 0, 0]);
  return Buffer.concat([text('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0'), size]);
};

export const wav = text('RIFF\0\0\0\0WAVEfmt ');
export const mp3 = text('ID3\x03\0\0\0\0\0\0');
export const mp3Bare = Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0, 0, 0]);
export const ogg = text('OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead');
export const oggVideo = text('OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13\x80theora');
export const m4a = text('\0\0\0\x20ftypM4A \0\0\0\0');
export const mp4 = text('\0\0\0\x20ftypisom\0\0\0\0');
export const mp4OfSound = text('\0\0\0\x20ftypmp42\0\0\0\0....hdlr\0\0\0\0\0\0\0\0soun....');
export const webm = text('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm');
export const mkv = text('\x1aE\xdf\xa3\xa3B\x86\x81\x01B\xf7\x81\x01B\x82\x88matroska');

/** An MP4 whose header says how long it plays, in units of which `scale` make a second. */
export function film({
  scale,
  duration,
  isLong = false,
}: {
  scale: number;
  duration: number;
  isLong?: boolean;
}): Buffer {
  const head = Buffer.alloc(40);
  head[0] = isLong ? 1 : 0;
  head.writeUInt32BE(scale, isLong ? 20 : 12);
  if (isLong) head.writeBigUInt64BE(BigInt(duration), 24);
  else head.writeUInt32BE(duration, 16);
  return Buffer.concat([mp4, text('....moov....mvhd'), head]);
}
export const pdf = text('%PDF-1.7\n%\xe2\xe3');
export const docx = text('PK\x03\x04....[Content_Types].xml....word/document.xml....');
export const docm = text('PK\x03\x04....[Content_Types].xml....word/document.xml....word/vbaProject.bin');
export const zip = text('PK\x03\x04....readme.txt');
export const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>');
export const html = text('<!doctype html><script>alert(1)</script>');
export const exe = text('MZ\x90\0');
