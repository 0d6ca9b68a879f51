import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tabs } from '#app/ui/tabs.tsx';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';

/** The parts of the examiner's area. */
export function ExaminerNav() {
  const words = useMessages(vi, en).nav;
  return (
    <Tabs
      label={words.label}
      items={[
        { to: '/exam-sessions', label: words.sessions },
        { to: '/paper-sets', label: words.paperSets },
        { to: '/marking', label: words.marking },
        { to: '/groups', label: words.groups },
      ]}
    />
  );
}
