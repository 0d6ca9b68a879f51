import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../messages/sheets-en.ts';
import { vi } from '../messages/sheets-vi.ts';
import type { ShownWork } from '../queries/shown-work.server.ts';

/** "Lần 1: chưa đúng, lần 2: đúng." Of a single try the verdict has said it all. */
export function TryHistory({ tries }: Pick<ShownWork, 'tries'>) {
  const words = useMessages(vi, en).work;
  if (tries.length < 2) return null;
  const said = tries.flatMap(({ correctness }, index) =>
    correctness ? [words.try(index + 1, words.hows[correctness])] : [],
  );
  return (
    <p className="text-sm text-muted">
      {said.length > 0 ? words.history(said.join(', ')) : words.checked(tries.length)}
    </p>
  );
}
