import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { Act } from '../../core/may.ts';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';

/** What a role allows, in words. */
export function ActList({ acts }: { acts: readonly Act[] }) {
  const words = useMessages(vi, en);
  return (
    <ul className="list-disc space-y-0.5 pl-5">
      {acts.map((act) => (
        <li key={act}>{words.acts[act]}</li>
      ))}
    </ul>
  );
}
