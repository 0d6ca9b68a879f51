import { childrenOf, elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { resolvePath } from './package-path.ts';

const DEEPEST = 20;
/** What a test says about how it runs, which is the quiz's to say here. */
const LOST = new Set([
  ...['timeLimits', 'preCondition', 'branchRule', 'selection', 'ordering', 'outcomeProcessing', 'testFeedback'],
  ...['itemSessionControl', 'rubricBlock'],
]);

/** The items of a test in its order, with the titles of the sections that hold them as a path. */
export function itemsOfTest(
  test: XmlElement,
  part: string,
  rootOf: (part: string) => XmlElement | null,
): { items: { part: string; category: string }[]; lost: { name: string; line: number }[] } {
  const items: { part: string; category: string }[] = [];
  const lost = new Map<string, number>();
  const seen = new Set<string>();
  const walk = (element: XmlElement, from: string, path: readonly string[]): void => {
    for (const child of elementsOf(element)) {
      if (LOST.has(child.name) && !lost.has(child.name)) lost.set(child.name, child.line);
      const href = resolvePath(from, child.attributes.href ?? '');
      if (child.name === 'assessmentItemRef' && href !== null) items.push({ part: href, category: path.join('/') });
      else if (child.name === 'assessmentSection') walk(child, from, [...path, ...titleOf(child)]);
      else if (child.name === 'assessmentSectionRef' && href !== null && !seen.has(href) && path.length < DEEPEST) {
        // A section that names itself would never end.
        seen.add(href);
        const section = rootOf(href);
        if (section?.name === 'assessmentSection') walk(section, href, [...path, ...titleOf(section)]);
      }
    }
  };
  for (const testPart of childrenOf(test, 'testPart')) walk(testPart, part, []);
  for (const child of elementsOf(test)) if (LOST.has(child.name)) lost.set(child.name, child.line);
  return { items, lost: [...lost].map(([name, line]) => ({ name, line })) };
}

function titleOf({ attributes }: XmlElement): string[] {
  const title = (attributes.title ?? '').replace(/\s+/g, ' ').trim();
  return title === '' ? [] : [title];
}
