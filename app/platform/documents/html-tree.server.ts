/** An element of rendered text, or the text between elements. */
export type HtmlNode = string | HtmlElement;
export interface HtmlElement {
  tag: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
}

const voidTags = new Set(['br', 'hr', 'img']);
const tagPattern = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;
const attributePattern = /([a-z-]+)(?:="([^"]*)")?/g;
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const decoded = (text: string) => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);

/**
 * The tree of a text that `renderMarkdown` made, for pages that put controls into it: what is in the tree is drawn element
 * by element, never as HTML. Reads our own renderer's output only, which closes what it opens.
 */
export function htmlTree(html: string): HtmlNode[] {
  const root: HtmlElement = { tag: 'root', attributes: {}, children: [] };
  const open = [root];
  let from = 0;
  const addText = (text: string) => {
    if (text !== '') open.at(-1)!.children.push(decoded(text));
  };
  for (const match of html.matchAll(tagPattern)) {
    const [all, closing, tag = '', attributes = ''] = match;
    addText(html.slice(from, match.index));
    from = match.index + all.length;
    if (closing) {
      if (open.length > 1) open.pop();
      continue;
    }
    const element: HtmlElement = { tag, attributes: attributesOf(attributes), children: [] };
    open.at(-1)!.children.push(element);
    if (!voidTags.has(tag)) open.push(element);
  }
  addText(html.slice(from));
  return root.children;
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attributePattern)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );
}
