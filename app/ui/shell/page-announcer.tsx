import { useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

/** Says the title of a page that was reached without loading a document, as a browser does for one that was. */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  const [title, setTitle] = useState('');
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    setTitle(document.title);
  }, [pathname]);
  return (
    <p aria-live="assertive" className="sr-only">
      {title}
    </p>
  );
}
