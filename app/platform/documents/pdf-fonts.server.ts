import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Tinos stands for Times New Roman: the same measures, free to embed (OFL), whole Vietnamese. */
const files = {
  plain: '400Regular/Tinos_400Regular.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;

export type Font = keyof typeof files;

let read: Promise<Record<Font, Buffer>> | undefined;

/** The four faces as bytes, read once. */
export function pdfFonts(): Promise<Record<Font, Buffer>> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<Record<Font, Buffer>> {
  const require = createRequire(import.meta.url);
  const faces = await Promise.all(
    Object.entries(files).map(async ([font, file]) => [
      font,
      await readFile(require.resolve(`@expo-google-fonts/tinos/${file}`)),
    ]),
  );
  return Object.fromEntries(faces) as Record<Font, Buffer>;
}
