import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { SourceState } from '../../core/imports/edit-history.ts';
import { type MarkedLine, type MarkKind, markEntry, markGap } from '../../core/imports/mark-lines.ts';
import type { ReadSource, SourceEntry } from '../../core/imports/read-source.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { useGrowing } from './use-growing.ts';

/** The sign in the margin beside each line, so that no colour tells anything alone. */
export const marginSigns: Record<MarkKind | 'doubt', string> = {
  ...{ stem: '?', option: '○', right: '✔', key: '=', explanation: '»', heading: '§', table: '#' },
  ...{ blank: '', none: '·', doubt: '!' },
};

const looks: Record<MarkKind, string> = {
  ...{ stem: 'bg-gold-soft', option: 'bg-sunken', right: 'bg-accent-soft', key: 'bg-accent-soft' },
  ...{ explanation: '', heading: '', table: '', blank: '', none: '' },
};

type Props = {
  read: ReadSource;
  now: SourceState;
  /** Grows with each change that was not typed: the cursor then goes where `now` says. */
  moves: number;
  onType(source: string, from: number, until: number): void;
};

/**
 * The source as text that can be edited, over a layer that shows what was understood of it. Both wrap alike: the layer gives the
 * height, the text lies upon it and never scrolls by itself.
 */
export function SourceEditor({ read, now, moves, onType }: Props) {
  const words = useMessages(vi, en);
  const area = useRef<HTMLTextAreaElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const seen = useRef(moves);
  const blocks = useMemo(() => blocksOf(read), [read]);
  const marked = useGrowing(blocks.length);
  useLayoutEffect(() => {
    if (seen.current === moves || !area.current) return;
    seen.current = moves;
    area.current.setSelectionRange(now.from, now.until);
    showLine(frame.current, blocks, lineAt(now.source, now.from));
  }, [moves, now, blocks]);
  // What was typed before the page came to life is kept.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes to life
  useEffect(() => {
    const typed = area.current?.value;
    if (typed !== undefined && typed !== now.source) onType(typed, typed.length, typed.length);
  }, []);
  return (
    <div ref={frame} className="import-source">
      <div className="import-layers">
        <div aria-hidden="true" className="import-marks">
          {blocks.map((block, at) => (
            <MarkedBlock key={block.id} {...block} isMarked={at < marked} />
          ))}
        </div>
        <textarea
          ref={area}
          id="import-source"
          name="source"
          aria-label={words.sourceLabel}
          value={now.source}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => onType(target.value, target.selectionStart, target.selectionEnd)}
          className="import-text"
        />
      </div>
    </div>
  );
}

const lineAt = (source: string, place: number): number => source.slice(0, place).split('\n').length;

interface Block {
  id: string;
  from: number;
  until: number;
  /** Equal for blocks that look alike. */
  sign: string;
  read: ReadSource;
  entry: SourceEntry | null;
  isInTable: boolean;
}

/** The lines in blocks: one for each question, one for each gap between two. */
function blocksOf(read: ReadSource): Block[] {
  const blocks: Block[] = [];
  let line = 1;
  const gap = (until: number, at: number, isInTable: boolean) => {
    if (until < line) return;
    const doubts = read.loose.filter((one) => one.line >= line && one.line <= until).map((one) => one.line - line);
    const sign = JSON.stringify([read.lines.slice(line - 1, until), doubts, isInTable]);
    blocks.push({ id: `g${at}`, from: line, until, sign, read, entry: null, isInTable });
  };
  read.entries.forEach((entry, at) => {
    gap(entry.from - 1, at, false);
    const { from, until, sign } = entry;
    blocks.push({ id: `e${at}`, from, until, sign, read, entry, isInTable: false });
    line = until + 1;
  });
  gap(read.lines.length, read.entries.length, false);
  return blocks;
}

function showLine(frame: HTMLElement | null, blocks: readonly Block[], line: number): void {
  const place = blocks.findIndex(({ from, until }) => line >= from && line <= until);
  const marks = frame?.querySelector('.import-marks');
  const block = marks?.children[place];
  const shown = block?.children[line - (blocks[place]?.from ?? 0)] ?? block;
  if (!frame || !(shown instanceof HTMLElement)) return;
  const { top, bottom } = shown.getBoundingClientRect();
  const edges = frame.getBoundingClientRect();
  if (top < edges.top + 24 || bottom > edges.bottom - 24) frame.scrollTop += top - edges.top - edges.height / 3;
}

const MarkedBlock = memo(
  function MarkedBlock({ read, entry, from, until, isInTable, isMarked }: Block & { isMarked: boolean }) {
    // Until it is its turn a block only takes the room of its lines; a line that is empty at the end has none without a letter.
    if (!isMarked) return <div className="import-line">{`${read.lines.slice(from - 1, until).join('\n')}\u200b`}</div>;
    const lines = entry ? markEntry(read, entry) : markGap(read, from, until, isInTable);
    return (
      <div>
        {lines.map((line, at) => (
          <Line key={at} {...line} />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.sign === after.sign &&
    before.isMarked === after.isMarked &&
    (before.entry === null) === (after.entry === null),
);

function Line({ kind, isDoubtful, parts }: MarkedLine) {
  return (
    <div className="import-line">
      <span className={isDoubtful ? 'import-sign import-doubt' : 'import-sign'}>
        {marginSigns[isDoubtful ? 'doubt' : kind]}
      </span>
      {parts.map((part, at) => (
        <span key={at} className={isDoubtful ? 'bg-amber-soft' : looks[part.kind]}>
          {part.text === '' ? '\u200b' : part.text}
        </span>
      ))}
    </div>
  );
}
