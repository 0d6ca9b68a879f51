export interface TextHeading {
  level: number;
  title: string;
  /** From 0. */
  line: number;
  /** Where the line begins in the text. */
  place: number;
}

/** The headings of a Markdown text with their places; what stands in a fence of code is none. */
export function textHeadings(body: string): TextHeading[] {
  const headings: TextHeading[] = [];
  let place = 0;
  let fence: string | null = null;
  for (const [line, text] of body.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    else if (fence === null) {
      const found = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(text);
      if (found?.[2]) headings.push({ level: found[1]!.length, title: plain(found[2]), line, place });
    }
    place += text.length + 1;
  }
  return headings;
}

const plain = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|\*|`)/g, '')
    .replace(/\\(.)/g, '$1');
