import { useNavigation } from '@remix-run/react';

/** The thin line on top while a page or an answer is on its way, and the same said to a screen reader. */
export function NavigationLine({ label }: { label: string }) {
  const isUnderWay = useNavigation().state !== 'idle';
  return (
    <>
      {isUnderWay && <div aria-hidden="true" className="under-way fixed inset-x-0 top-0 z-50 h-[3px] bg-accent" />}
      <p role="status" className="sr-only">
        {isUnderWay ? label : ''}
      </p>
    </>
  );
}
