import { useEffect, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { PrintIcon } from '#app/ui/icons.tsx';
import { en } from '../../messages/statistics-en.ts';
import { vi } from '../../messages/statistics-vi.ts';

/** Opens the browser's own printing; not there where scripts do not run, since the browser's menu does the same. */
export function PrintButton() {
  const { export: words } = useMessages(vi, en);
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  if (!isMounted) return null;
  return (
    <Button type="button" size="small" icon={PrintIcon} onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
