/** A share as a bar; a tick marks how far the plan asks it to be. A plain drawing that needs no script and prints. */
export function ShareGauge({ share, planned }: { share: number | null; planned: number | null }) {
  const bound = (value: number) => Math.min(1, Math.max(0, value)) * 100;
  return (
    <svg
      height="18"
      className="mt-1 block w-full overflow-visible [print-color-adjust:exact]"
      aria-hidden="true"
      focusable="false"
    >
      <rect y="4" width="100%" height="10" rx="3" className="fill-line stroke-edge" strokeWidth="0.5" />
      {share !== null && <rect y="4" width={`${bound(share)}%`} height="10" rx="3" className="fill-accent" />}
      {planned !== null && (
        <line
          x1={`${bound(planned)}%`}
          x2={`${bound(planned)}%`}
          y1="0"
          y2="18"
          className="stroke-ink"
          strokeWidth="3"
        />
      )}
    </svg>
  );
}
