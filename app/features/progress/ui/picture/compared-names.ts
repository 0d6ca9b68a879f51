import type { Messages } from '#app/platform/i18n/messages.ts';
import type { ComparedKey } from '../../core/picture/comparison.ts';
import type { Classification, Status } from '../../core/status.ts';
import type { vi } from '../../messages/picture-vi.ts';
import type { vi as progressVi } from '../../messages/vi.ts';

/** What a compared figure is called. */
export function comparedName(
  key: ComparedKey,
  words: Messages<typeof vi>['compare'],
  progress: Messages<typeof progressVi>,
): string {
  if (key === 'strength' || key === 'assigned' || key === 'late') return words[key];
  const [kind, name] = key.split(':') as ['status' | 'class', string];
  return kind === 'status'
    ? progress.standings[name as Status]
    : words.classOf(progress.classes[name as Classification].toLocaleLowerCase('vi'));
}

/** The filter that lists the people behind a compared figure. */
export function listOf(key: ComparedKey): Record<string, string> {
  if (key === 'late' || key === 'assigned') return { standing: key };
  if (key.startsWith('status:')) return { standing: key.slice('status:'.length) };
  return key.startsWith('class:') ? { class: key.slice('class:'.length) } : {};
}
