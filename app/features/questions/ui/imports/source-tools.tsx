import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/select.tsx';
import type { MarkKind } from '../../core/imports/mark-lines.ts';
import { isSourceFormat, type SourceFormat, sourceFormats } from '../../core/imports/source-formats.ts';
import type { WorkbenchStep } from '../../core/imports/workbench.ts';
import { en as formatsEn } from '../../messages/import-en.ts';
import { en } from '../../messages/import-screen-en.ts';
import { vi } from '../../messages/import-screen-vi.ts';
import { vi as formatsVi } from '../../messages/import-vi.ts';
import { marginSigns } from './source-editor.tsx';

type Props = { format: SourceFormat; canUndo: boolean; canRedo: boolean; step(step: WorkbenchStep): void };

const shown: (Exclude<MarkKind, 'blank'> | 'doubt')[] = [
  ...(['stem', 'option', 'right', 'key', 'explanation', 'none', 'doubt'] as const),
];

/** Over the source: its format, which may be overruled, steps back and forth, and what the signs in the margin mean. */
export function SourceTools({ format, canUndo, canRedo, step }: Props) {
  const words = useMessages(vi, en);
  const { formats } = useMessages(formatsVi, formatsEn);
  return (
    <div className="mb-2 space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="import-source-title" className="text-lg">
          {words.source}
        </h2>
        <Select
          name="format"
          aria-label={words.format}
          className="max-w-[16rem] text-sm"
          value={format}
          options={sourceFormats.map((value) => ({ value, label: formats[value] }))}
          onChange={({ target }) => isSourceFormat(target.value) && step({ kind: 'format', format: target.value })}
        />
        <span className="scripted flex gap-x-1">
          <Button type="button" size="small" look="quiet" disabled={!canUndo} onClick={() => step({ kind: 'undo' })}>
            {words.undoEdit}
          </Button>
          <Button type="button" size="small" look="quiet" disabled={!canRedo} onClick={() => step({ kind: 'redo' })}>
            {words.redoEdit}
          </Button>
        </span>
        <noscript>
          <Button type="submit" name="intent" value="save" size="small">
            {words.save}
          </Button>
        </noscript>
      </div>
      <p className="text-xs text-muted">{words.sourceHint}</p>
      <ul aria-label={words.legend} className="flex flex-wrap gap-x-3 text-xs text-muted">
        {shown.map((kind) => (
          <li key={kind}>
            <b className="text-ink">{marginSigns[kind]}</b> {words.marks[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
