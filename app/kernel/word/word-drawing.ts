import { below, child, type XmlNode } from './xml-tree.ts';

/** What stands in a drawing, in order; `object`: by its name, what cannot be expressed. */
export type DrawnPart =
  | { readonly kind: 'text-box'; readonly content: XmlNode }
  | { readonly kind: 'picture'; readonly blip: XmlNode }
  | { readonly kind: 'object'; readonly name: string };

/** The parts of a drawing, a picture of old Word or an embedded object; `words`: what its author wrote about it. */
export function partsOfDrawing(drawing: XmlNode, words: string): DrawnPart[] {
  const parts: DrawnPart[] = [];
  let isShape = false;
  const visit = (node: XmlNode): void => {
    if (isDrawnShape(node)) isShape = true;
    if (node.name === 'txbxContent') parts.push({ kind: 'text-box', content: node });
    else if (node.name === 'blip' || node.name === 'imagedata') parts.push({ kind: 'picture', blip: node });
    else if (node.name === 'OLEObject') parts.push({ kind: 'object', name: node.at.ProgID ?? '' });
    else if (node.name === 'textpath') parts.push({ kind: 'object', name: node.at.string ?? '' });
    else {
      const inner = node.name === 'AlternateContent' ? (child(node, 'Choice') ?? child(node, 'Fallback')) : node;
      for (const one of inner?.children ?? []) visit(one);
    }
  };
  visit(drawing);
  if (parts.length > 0) return parts;
  const diagram = /chart|diagram/.exec(below(drawing, 'graphicData')?.at.uri ?? '')?.[0];
  if (diagram) return [{ kind: 'object', name: words || diagram }];
  return isShape ? [{ kind: 'object', name: words || 'shape' }] : [];
}

/** A figure that is drawn from shapes; a line alone only parts or underlines. */
function isDrawnShape(node: XmlNode): boolean {
  if (node.name === 'wsp') return !/^(line|straightConnector\d*)$/.test(below(node, 'prstGeom')?.at.prst ?? '');
  return /^(oval|arc|curve|polyline|roundrect)$/.test(node.name);
}
