import { createElement, Fragment, type ReactNode } from 'react';
import type { ShownQuestion } from '../queries/shown-question.server.ts';

type Nodes = NonNullable<ShownQuestion['stem']>;

/** How React calls the attributes that the renderer of texts writes; any other is left out. */
const names: Record<string, string> = {
  ...{ class: 'className', href: 'href', rel: 'rel', src: 'src', alt: 'alt', title: 'title', role: 'role' },
  // Of pictures: 'width' stands below.
  ...{ height: 'height', srcset: 'srcSet', sizes: 'sizes', loading: 'loading', decoding: 'decoding' },
  // Of sounds; their controls stand below.
  preload: 'preload',
  ...{ scope: 'scope', start: 'start', tabindex: 'tabIndex', 'aria-label': 'aria-label' },
  // Of formulas.
  ...{ display: 'display', displaystyle: 'displaystyle', scriptlevel: 'scriptlevel', mathvariant: 'mathvariant' },
  ...{ stretchy: 'stretchy', fence: 'fence', form: 'form', separator: 'separator', accent: 'accent', width: 'width' },
  ...{ movablelimits: 'movablelimits', linethickness: 'linethickness', lspace: 'lspace', rspace: 'rspace' },
};

type Props = {
  nodes: Nodes;
  /** What stands for {{position}} in the text. */
  blank: (position: number) => ReactNode;
};

/** A rendered text as elements, with something of the page in place of each blank. */
export function HtmlNodes({ nodes, blank }: Props): ReactNode {
  return nodes.map((node, index) => {
    const key = String(index);
    if (typeof node === 'string') return <Fragment key={key}>{withBlanks(node, blank)}</Fragment>;
    const { tag, attributes, children } = node;
    const props = Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) => (names[name] ? [[names[name], value]] : [])),
    );
    if (attributes.style?.startsWith('text-align:')) {
      Object.assign(props, { style: { textAlign: attributes.style.slice('text-align:'.length) } });
    }
    // Without a value, which to React means "without controls".
    if ('controls' in attributes) Object.assign(props, { controls: true });
    return children.length > 0
      ? createElement(tag, { key, ...props }, <HtmlNodes nodes={children} blank={blank} />)
      : createElement(tag, { key, ...props });
  });
}

/** Odd pieces are the positions that the pattern caught. */
function withBlanks(text: string, blank: Props['blank']): ReactNode {
  return text.split(/\{\{(\d+)\}\}/).map((piece, index) => {
    const key = String(index);
    return <Fragment key={key}>{index % 2 === 1 ? blank(Number(piece)) : piece}</Fragment>;
  });
}

/** The positions of the blanks that a text holds. */
export function blanksIn(nodes: Nodes): number[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? [...node.matchAll(/\{\{(\d+)\}\}/g)].map(([, position]) => Number(position))
      : blanksIn(node.children),
  );
}
