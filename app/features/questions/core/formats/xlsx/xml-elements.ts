import { scanXml, withPlainBreaks } from '#app/kernel/xml/scan-xml.ts';

interface Handlers {
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** What a part says that is not whole XML. */
export class BrokenXml extends Error {}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads a part of a workbook element by element, names without their prefix. A part that is not there says nothing. */
export function eachElement(part: Uint8Array | undefined, { open, close, text }: Handlers): void {
  if (!part) return;
  const source = withPlainBreaks(new TextDecoder('utf-8').decode(part));
  const names: string[] = [];
  const isWhole = scanXml(source, {
    open(name, attributes) {
      names.push(plain(name));
      open(names.at(-1)!, attributes ?? {});
    },
    close() {
      const name = names.pop()!;
      close?.(name);
    },
    text: (words) => text?.(words),
  });
  if (!isWhole) throw new BrokenXml();
}
