import { formatMark } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceRow } from '#app/ui/choice-group.tsx';
import { classes } from '#app/ui/classes.ts';
import { en } from '../../messages/marking-en.ts';
import { vi } from '../../messages/marking-vi.ts';
import type { MarkingTaskPage } from '../../queries/marking/marking-task.server.ts';

type Props = {
  rubric: MarkingTaskPage['rubric'];
  /** By criterion; null: none yet. */
  chosen: readonly (number | null)[];
  missing: readonly number[];
  onChoose: (criterion: number, level: number) => void;
};

export const criterionId = (place: number) => `tieu-chi-${place + 1}`;

/** A criterion a group, a level a row; the number before a level is its key. */
export function RubricRows({ rubric, chosen, missing, onChoose }: Props) {
  const words = useMessages(vi, en).task;
  const lang = useLang();
  return rubric.map(({ text, levels }, place) => (
    <fieldset
      key={place}
      data-criterion={place}
      className={classes('min-w-0', missing.includes(place) && 'border-l-4 border-red pl-4')}
    >
      <legend className="float-left w-full font-semibold">{text}</legend>
      {missing.includes(place) && <p className="clear-left font-semibold text-red">{words.missing(text)}</p>}
      <div className="clear-left flex flex-col gap-2 pt-1.5">
        {levels.map((level, index) => (
          <ChoiceRow
            key={index}
            id={index === 0 ? criterionId(place) : undefined}
            type="radio"
            name={`level-${place}`}
            value={index}
            defaultChecked={chosen[place] === index}
            onChange={() => onChoose(place, index)}
            label={
              <>
                <kbd className="tabular mr-2 text-sm text-muted">{index + 1}</kbd>
                {level.text}
              </>
            }
            aside={
              <span className="tabular ml-auto whitespace-nowrap pl-3 text-sm text-muted">
                {words.points(formatMark(lang, level.points))}
              </span>
            }
          />
        ))}
      </div>
    </fieldset>
  ));
}
