import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { Flag } from '../../core/statistics/flags.ts';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';
import { flagKinds, flagReason } from './flag-words.ts';

/** What a question gives reason to look at: a word, and why. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  if (flags.length === 0) return <span className="text-muted">{words.items.fine}</span>;
  return (
    <ul className="space-y-1.5">
      {flags.map((flag, at) => (
        <li key={`${flag.code} ${at}`}>
          <Tag kind={flagKinds[flag.code]}>{words.flags[flag.code]}</Tag>
          <span className="block text-sm text-muted">{flagReason(flag, words, lang)}</span>
        </li>
      ))}
    </ul>
  );
}
