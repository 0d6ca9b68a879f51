import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { letterOf, RenderedLine } from '../rendered.tsx';
import type { SheetProps } from './sheet.ts';

/** One of several options, or any number of them: whole rows to choose. */
export function ChoiceSheet({ question: { slot, type, options }, answer, onChange }: SheetProps) {
  const isSeveral = type === 'multiple';
  const chosen = new Set(Array.isArray(answer) ? answer : [answer]);
  const choose = (position: number, isChecked: boolean) => {
    if (!isSeveral) onChange(position);
    else {
      const next = options
        .map((option) => option.position)
        .filter((at) => (at === position ? isChecked : chosen.has(at)));
      onChange(next.length > 0 ? next : null);
    }
  };
  return (
    <div className="flex flex-col gap-2">
      {options.map(({ position, html }) => (
        <ChoiceRow
          key={position}
          type={isSeveral ? 'checkbox' : 'radio'}
          name={`a${slot}`}
          value={position}
          checked={chosen.has(position)}
          onChange={(event) => choose(position, event.target.checked)}
          label={
            <span className="flex gap-2">
              <span className="font-semibold text-muted">{letterOf(position)}.</span>
              <span className="min-w-0">
                <RenderedLine html={html} />
              </span>
            </span>
          }
        />
      ))}
    </div>
  );
}
