import { type SaidLook, saidLook } from './word-styles.ts';
import { child, settingOf, type XmlNode } from './xml-tree.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  restartsAfter: number | null;
  look: SaidLook;
}

export interface ListLabel {
  text: string;
  isBullet: boolean;
  depth: number;
  look: SaidLook;
}

const DEPTHS = 9;

/** The numbers that Word writes itself: what a list's next paragraph is called. Counts as it is asked, in reading order. */
export class WordNumbering {
  /** By the number of a list: its levels, and the frame whose counters it shares with other lists. */
  readonly #lists = new Map<string, { frame: string; levels: (Level | undefined)[]; starts: Map<number, number> }>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(root: XmlNode | null) {
    const frames = new Map<string, XmlNode>();
    const byStyle = new Map<string, XmlNode>();
    for (const node of root?.children ?? []) {
      if (node.name !== 'abstractNum') continue;
      frames.set(node.at.abstractNumId ?? '', node);
      const style = settingOf(node, 'styleLink');
      if (style !== undefined) byStyle.set(style, node);
    }
    for (const node of root?.children ?? []) {
      if (node.name !== 'num') continue;
      const frame = settingOf(node, 'abstractNumId') ?? '';
      const own = frames.get(frame);
      const linked = byStyle.get(settingOf(own, 'numStyleLink') ?? '\0') ?? own;
      const levels = levelsOf(linked);
      const starts = new Map<number, number>();
      for (const change of node.children) {
        if (change.name !== 'lvlOverride') continue;
        const depth = Number(change.at.ilvl ?? 0);
        const whole = child(change, 'lvl');
        if (whole) levels[depth] = levelOf(whole);
        const start = settingOf(change, 'startOverride');
        if (start !== undefined) starts.set(depth, Number(start) || 0);
      }
      this.#lists.set(node.at.numId ?? '', { frame, levels, starts });
    }
  }

  /** The label of the next paragraph of a list; null where the list is none ('0' takes a paragraph out of its list). */
  next(list: string, depth: number): ListLabel | null {
    const found = this.#lists.get(list);
    const level = found?.levels[depth];
    if (!found || !level || depth < 0 || depth >= DEPTHS) return null;
    const { frame, levels, starts } = found;
    const counts = this.#counts.get(frame) ?? [];
    this.#counts.set(frame, counts);
    const name = `${list} ${depth}`;
    const restarts = starts.has(depth) && !this.#begun.has(name);
    this.#begun.add(name);
    const start = restarts ? starts.get(depth)! : level.start;
    counts[depth] = restarts || counts[depth] === undefined ? start : counts[depth] + 1;
    // Whatever is deeper begins anew, unless its level says after which one.
    for (let deeper = depth + 1; deeper < DEPTHS; deeper += 1) {
      const after = levels[deeper]?.restartsAfter;
      if (after === null || after === undefined || (after > 0 && depth < after)) delete counts[deeper];
    }
    const { format, look } = level;
    const isBullet = format === 'bullet';
    const text = isBullet
      ? level.text
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const at = Number(digit) - 1;
          const shown = levels[at];
          return shown ? numeral(counts[at] ?? shown.start, shown.format) : '';
        });
    return { text, isBullet, depth, look };
  }
}

function levelsOf(frame: XmlNode | undefined): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const node of frame?.children ?? []) {
    const depth = Number(node.at.ilvl ?? -1);
    if (node.name === 'lvl' && depth >= 0 && depth < DEPTHS) levels[depth] = levelOf(node);
  }
  return levels;
}

function levelOf(node: XmlNode): Level {
  const restart = settingOf(node, 'lvlRestart');
  return {
    start: Number(settingOf(node, 'start') ?? 0) || 0,
    format: settingOf(node, 'numFmt') ?? 'decimal',
    text: settingOf(node, 'lvlText') ?? '',
    restartsAfter: restart === undefined ? null : Number(restart),
    look: saidLook(child(node, 'rPr')),
  };
}

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function numeral(count: number, format: string): string {
  const isSmall = format.startsWith('lower');
  const cased = (text: string) => (isSmall ? text.toLowerCase() : text);
  if (format.endsWith('Letter') && count > 0) {
    // After Z come AA, BB, CC.
    return cased(String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(20, Math.floor((count - 1) / 26) + 1)));
  }
  if (format.endsWith('Roman') && count > 0 && count < 4000) {
    let rest = count;
    let text = '';
    for (const [value, sign] of ROMAN) {
      for (; rest >= value; rest -= value) text += sign;
    }
    return cased(text);
  }
  if (format === 'none') return '';
  return format === 'decimalZero' && count < 10 ? `0${count}` : String(count);
}
