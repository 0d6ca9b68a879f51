import { forwardRef, type ReactNode, useState } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import { LessonText } from '../../lesson-text.tsx';
import { Framed } from './framed.tsx';
import type { Previewed, PreviewedCheck } from './use-lesson-preview.ts';

type Props = {
  title: string;
  shown: Previewed;
  isStale: boolean;
  showCheck: (check: PreviewedCheck) => ReactNode;
  onFrame: (view: Window | null) => void;
};

const modes = ['beside', 'phone', 'paper'] as const;
/** A4 at 96 dots to the inch. */
const A4_WIDTH = 794;

/** What readers will see: as on this screen, on a phone, on paper. */
export const PreviewPane = forwardRef<HTMLDivElement, Props>(function PreviewPane(
  { title, shown, isStale, showCheck, onFrame },
  ref,
) {
  const { preview: words } = useMessages(vi, en);
  const [mode, setMode] = useState<(typeof modes)[number]>('beside');
  const text =
    shown.html.trim() === '' ? (
      <p className="text-muted">{words.empty}</p>
    ) : (
      <LessonText
        html={shown.html}
        check={(number) => {
          const check = shown.checks.find((each) => each.number === number);
          return check && showCheck(check);
        }}
      />
    );
  return (
    <section aria-label={words.label} className="flex min-h-0 min-w-0 flex-col">
      <div className="flex flex-wrap items-center justify-between gap-x-4 border border-b-0 border-edge bg-surface p-1">
        <h2 className="px-2 text-base">{words.label}</h2>
        <fieldset aria-label={words.label} className="flex">
          {modes.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={mode === each}
              onClick={() => setMode(each)}
              className={classes(
                'h-10 rounded px-3 text-sm coarse:h-11',
                mode === each ? 'bg-accent-soft font-semibold text-accent' : 'hover:bg-sunken',
              )}
            >
              {words.modes[each]}
            </button>
          ))}
        </fieldset>
      </div>
      {isStale && (
        <p className="border border-b-0 border-edge bg-amber-soft px-3 py-1 text-sm text-amber">{words.stale}</p>
      )}
      {mode === 'beside' && (
        <div
          ref={ref}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on its own, which the keyboard must reach
          tabIndex={0}
          className="h-[70vh] overflow-auto border border-edge bg-paper px-5 py-4"
        >
          {text}
        </div>
      )}
      {mode === 'phone' && (
        <div className="flex h-[70vh] justify-center overflow-hidden border border-edge bg-sunken py-3">
          <Framed
            title={words.phoneTitle}
            width={360}
            onWindow={onFrame}
            className="h-full border border-edge bg-paper"
            bodyClassName="bg-paper px-4 py-5"
          >
            <h1 className="mb-5 text-2xl">{title}</h1>
            {text}
          </Framed>
        </div>
      )}
      {mode === 'paper' && (
        <div className="h-[70vh] overflow-auto border border-edge bg-sunken p-3">
          <p className="mb-2 text-sm text-muted">{words.printNote}</p>
          <div className="paper-scale">
            <Framed
              title={words.paperTitle}
              width={A4_WIDTH}
              onWindow={onFrame}
              className="paper-frame"
              bodyClassName="on-paper"
            >
              <h1 className="mb-5 text-2xl">{title}</h1>
              {text}
            </Framed>
          </div>
        </div>
      )}
    </section>
  );
});
