import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Dialog } from '#app/ui/dialog.tsx';
import { en } from '../../messages/import-keys-en.ts';
import { vi } from '../../messages/import-keys-vi.ts';
import { importKeys } from './use-import-keys.ts';

/** The keys of the screen, by what they are for. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const words = useMessages(vi, en);
  const groups = Object.keys(importKeys) as (keyof typeof importKeys)[];
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.title} closeLabel={words.close}>
      <p className="text-muted">{words.lead}</p>
      {groups.map((group) => (
        <section key={group} className="mt-4">
          <h3 className="text-base">{words.groups[group]}</h3>
          <dl className="mt-1 divide-y divide-line border-y border-line text-sm">
            {importKeys[group].map(({ does, keys }) => (
              <div key={does} className="grid grid-cols-[8.5rem_1fr] gap-3 py-1.5">
                <dt className="flex flex-wrap gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="rounded border border-edge bg-sunken px-1.5 font-sans font-semibold">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{words.list[does]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
