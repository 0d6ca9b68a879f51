import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag, type TagKind } from '#app/ui/tag.tsx';
import type { SheetState } from '../../core/printed/sheet.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';

const kinds: Record<SheetState, TagKind> = {
  entered: 'started',
  differs: 'soon',
  checked: 'open',
  counted: 'done',
  withdrawn: 'aside',
};

/** Where a sheet stands, in one word. */
export function SheetStateTag({ state }: { state: SheetState | null }) {
  const { set: words } = useMessages(vi, en);
  return state === null ? <Tag kind="neutral">{words.none}</Tag> : <Tag kind={kinds[state]}>{words.counts[state]}</Tag>;
}
