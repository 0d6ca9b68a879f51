import { en as filesEn } from '#app/features/media/messages/files-en.ts';
import { vi as filesVi } from '#app/features/media/messages/files-vi.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Tabs } from '#app/ui/tabs.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** The parts of the author's area. */
export function AuthorNav() {
  const words = useMessages(vi, en).nav;
  const files = useMessages(filesVi, filesEn);
  return (
    <Tabs
      label={words.label}
      items={[
        { to: '/author', label: words.home },
        { to: '/author/quizzes', label: words.quizzes },
        { to: '/author/questions', label: words.questions },
        { to: '/author/courses', label: words.courses },
        { to: '/author/library', label: words.library },
        { to: '/author/media', label: files.nav },
        { to: '/author/key-changes', label: words.keyChanges },
      ]}
    />
  );
}
