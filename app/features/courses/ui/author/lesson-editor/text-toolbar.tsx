import { type KeyboardEvent, useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import { type BlockName, type CommandName, type DialogName, isDialog, keysOf } from './text-commands.ts';

type Props = {
  onCommand: (name: CommandName) => void;
  onBlock: (name: BlockName) => void;
  onDialog: (name: DialogName) => void;
};

const signs: Record<CommandName | DialogName, string> = {
  ...{ bold: 'B', italic: 'I', h2: 'H2', h3: 'H3', bullet: '•', number: '1.', formula: '√x' },
  ...{ table: '', link: '', media: '', library: '', help: '?' },
};
const order = [
  'h2',
  'h3',
  'bold',
  'italic',
  'bullet',
  'number',
  'table',
  'link',
  'media',
  'library',
  'formula',
] as const;

/** One stop of the Tab key; the arrows go from button to button. */
export function TextToolbar({ onCommand, onBlock, onDialog }: Props) {
  const { toolbar: words, blocks } = useMessages(vi, en);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0 || !bar.current) return;
    const stops = [...bar.current.querySelectorAll<HTMLElement>('button, select')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    stops[(at + by + stops.length) % stops.length]?.focus();
  };
  const button = (name: CommandName | DialogName, at: number) => {
    const keys = keysOf(name);
    return (
      <button
        key={name}
        type="button"
        tabIndex={at === 0 ? 0 : -1}
        title={words.shortcut(words[name as keyof typeof words] as string, keys)}
        aria-keyshortcuts={keys.replace(/Ctrl/g, 'Control')}
        onClick={() => (isDialog(name) ? onDialog(name) : onCommand(name as CommandName))}
        className="inline-flex h-10 min-w-[2.25rem] items-center justify-center gap-1.5 rounded px-2 text-sm hover:bg-sunken coarse:h-11"
      >
        <span aria-hidden="true" className={name === 'bold' ? 'font-semibold' : name === 'italic' ? 'italic' : ''}>
          {name === 'link' || name === 'media' || name === 'table' || name === 'library' ? (
            <ToolSign name={name} />
          ) : (
            signs[name]
          )}
        </span>
        <span className="sr-only">{words[name as keyof typeof words] as string}</span>
      </button>
    );
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.label}
      aria-orientation="horizontal"
      onKeyDown={onKeyDown}
      className="screen-only flex flex-wrap items-center gap-0.5 border border-b-0 border-edge bg-surface p-1"
    >
      {order.map(button)}
      <label className="ml-1">
        <span className="sr-only">{words.block}</span>
        <select
          value=""
          tabIndex={-1}
          onChange={(event) => {
            if (event.target.value) onBlock(event.target.value as BlockName);
          }}
          className="h-10 w-32 rounded border border-line bg-surface px-2 text-sm hover:border-ink coarse:h-11"
        >
          <option value="">{words.block}…</option>
          {(Object.keys(blocks) as BlockName[]).map((name) => (
            <option key={name} value={name}>
              {blocks[name]}
              {keysOf(name) && ` (${keysOf(name)})`}
            </option>
          ))}
        </select>
      </label>
      <span className="flex-1" />
      {button('help', 1)}
    </div>
  );
}

const paths = {
  table: 'M3 4.5h14v11H3v-11Zm0 3.7h14M3 11.9h14M7.7 4.5v11m4.6-11v11',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1m1.3 3a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1',
  library: 'M3.5 3.5h3v13h-3v-13Zm3 0h3v13h-3v-13Zm4.2.9 2.9-.8 3.4 12.4-2.9.8-3.4-12.4Z',
  media: 'M3 4.5h14v11H3v-11Zm0 8.5 4-4 4 4 2.5-2.5L17 14M13 8v.1',
} as const;

const ToolSign = ({ name }: { name: keyof typeof paths }) => (
  <svg className="icon h-5 w-5" viewBox="0 0 20 20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
