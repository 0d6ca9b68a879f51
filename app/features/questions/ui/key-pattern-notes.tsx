import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { KeyPattern } from '../core/key-pattern.ts';
import { letterOf } from '../core/question-change-fields.ts';
import { en } from '../messages/bank-en.ts';
import { vi } from '../messages/bank-vi.ts';

/** Patterns in the places of keys over several questions; nothing where there are none. */
export function KeyPatternNotes({ patterns }: { patterns: readonly KeyPattern[] }) {
  const { patterns: words } = useMessages(vi, en);
  const lang = useLang();
  if (patterns.length === 0) return null;
  const count = (value: number) => formatNumber(lang, value);
  const say = (pattern: KeyPattern): string => {
    switch (pattern.code) {
      case 'same-position':
        return words['same-position'](letterOf(pattern.position), count(pattern.count));
      case 'favoured-position':
        return words['favoured-position'](letterOf(pattern.position), count(pattern.count), count(pattern.of));
      case 'avoided-position':
        return words['avoided-position'](letterOf(pattern.position), count(pattern.of));
      case 'cycle':
        return words.cycle(pattern.positions.map(letterOf).join(' '), count(pattern.count));
      case 'longest-option':
        return words['longest-option'](count(pattern.count), count(pattern.of));
    }
  };
  return (
    <Notice kind="warning" title={words.title}>
      <ul className="space-y-1">
        {patterns.map((pattern, at) => (
          <li key={at}>{say(pattern)}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm">{words.note}</p>
    </Notice>
  );
}
