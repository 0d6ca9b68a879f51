import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { FileRefusal } from './file-refusal.server.ts';
import { judgeXml } from './judge-xml.server.ts';
import { SheetRefusal } from './sheet-refusal.server.ts';
import { openZipInMemory, type ZipLimits } from './zip-parts.server.ts';

export interface UnpackLimits extends ZipLimits {
  /** What the file may be as it came. */
  mostBytes?: number;
  /** Programs inside the file are a reason to refuse it, unless this says otherwise; they are never run. */
  allowsMacros?: boolean;
}

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 32 * MEGABYTE;
const MOST_UNPACKED = 64 * MEGABYTE;
/** A thousand questions of a Word file are 5 MB of XML. */
const MOST_XML = 24 * MEGABYTE;
const MOST_PARTS = 4000;
const TURN = MEGABYTE;
const XML = /\.(xml|rels|vml)$/i;
const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/)/i;
const MACRO_TYPE = /macroEnabled/i;

/**
 * Opens a packed file (docx, xlsx, a package of questions, lessons or a course) into its parts by name; folders are left
 * out. Everything is judged before it is unpacked: size, number and names of parts, passwords, macros; each part is held to
 * the size and checksum that it declares, and XML to what `judgeXml` allows. Throws FileRefusal, and then nothing is read.
 */
export async function unpack(bytes: Uint8Array, limits: UnpackLimits = {}): Promise<ReadonlyMap<string, Uint8Array>> {
  const { mostBytes = MOST_BYTES, mostUnpacked = MOST_UNPACKED, mostParts = MOST_PARTS } = limits;
  if (bytes.byteLength === 0) throw new FileRefusal('empty-file');
  if (bytes.byteLength > mostBytes) throw new FileRefusal('too-large');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('hex', 0, 4) === 'd0cf11e0') {
    // Word keeps a file with a password within the frame of its old format.
    throw new FileRefusal(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'with-password' : 'old-office');
  }
  if (file.toString('latin1', 0, 2) !== 'PK') throw new FileRefusal('not-a-zip');
  try {
    const zip = await openZipInMemory(file, { mostUnpacked, mostParts, isStrict: true });
    try {
      if (!limits.allowsMacros && zip.names().some((name) => MACROS.test(name))) throw new FileRefusal('with-macros');
      const parts = new Map<string, Uint8Array>();
      let worked = 0;
      for (const name of zip.names()) {
        if (name.endsWith('/')) continue;
        if (XML.test(name) && zip.size(name) > MOST_XML) throw new FileRefusal('too-large', name);
        const part = await zip.read(name);
        if (crc32(part) !== zip.checksum(name)) throw new FileRefusal('damaged', name);
        parts.set(name, XML.test(name) ? judgeXml(part, name) : part);
        // A package of many small parts lets other work in between.
        worked += part.length;
        if (worked > TURN) {
          worked = 0;
          await setImmediate();
        }
      }
      const types = parts.get('[Content_Types].xml');
      if (types && !limits.allowsMacros && MACRO_TYPE.test(Buffer.from(types).toString('latin1')))
        throw new FileRefusal('with-macros');
      return parts;
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    if (error instanceof SheetRefusal) {
      const { code } = error;
      throw new FileRefusal(code === 'with-password' || code === 'zip-bomb' ? code : 'damaged');
    }
    throw error;
  }
}
