import { useEffect, useState } from 'react';

/** Whether the page's program runs: what needs it is shown only then, what stands in for it only before. */
export function useIsLive(): boolean {
  const [isLive, setIsLive] = useState(false);
  useEffect(() => setIsLive(true), []);
  return isLive;
}
