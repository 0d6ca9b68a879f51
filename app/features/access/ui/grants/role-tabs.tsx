import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tabs } from '#app/ui/tabs.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';

/** The two pages about a unit's roles. */
export function RoleTabs({ unitId }: { unitId: string }) {
  const words = useMessages(vi, en);
  return (
    <Tabs
      label={words.views}
      items={[
        { to: `/units/${unitId}/roles`, label: words.held },
        { to: `/units/${unitId}/access`, label: words.access },
      ]}
    />
  );
}
