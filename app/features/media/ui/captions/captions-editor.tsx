import { Form } from '@remix-run/react';
import { useCallback, useMemo, useRef } from 'react';
import { formatDateTime, formatNumber, formatTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { PlusIcon, WarningIcon } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CaptionsReply } from '../../core/captions/captions-answer.ts';
import { parseTime } from '../../core/captions/cue.ts';
import { isEmptyRow, type RowProblem } from '../../core/captions/judge-rows.ts';
import { en } from '../../messages/captions-en.ts';
import { vi } from '../../messages/captions-vi.ts';
import type { CaptionsPage } from '../../queries/captions-page.server.ts';
import { captionKeys, changeAndFocus } from './caption-keys.ts';
import { CaptionsFile } from './captions-file.tsx';
import { ConflictNotice, FileNotice, RemovedNotice } from './captions-notices.tsx';
import { CaptionsPlayer } from './captions-player.tsx';
import { CueRowFields } from './cue-row.tsx';
import type { EditedRow } from './rows-state.ts';
import { useCaptions } from './use-captions.ts';
import { usePlayer } from './use-player.ts';

type Props = { page: CaptionsPage; answer: CaptionsReply | undefined };

/** Captions are typed beside the player. Works as a plain form; what is typed stays in this browser until it is saved. */
export function CaptionsEditor({ page, answer }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { media } = page;
  const form = useRef<HTMLFormElement>(null);
  const media$ = useRef<HTMLMediaElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = () => form.current?.requestSubmit(saveButton.current);
  const written = useCaptions(page, answer, form, save);
  const { state, rows, base, saved, problems, shown, isDirty, isBusy, isMounted, change } = written;
  const player = usePlayer(media$, state.rows, page.lang);
  const onKeyDown = captionKeys({ state, change, player, save });

  const onPlay = useCallback((row: EditedRow) => {
    const from = parseTime(row.start);
    if (from === null || !media$.current) return;
    media$.current.currentTime = from / 1000;
    void media$.current.play().catch(() => undefined);
  }, []);
  const byRow = useMemo(() => {
    const found = new Map<number, RowProblem[]>();
    for (const problem of problems) found.set(problem.row, [...(found.get(problem.row) ?? []), problem]);
    return found;
  }, [problems]);
  const withSpare = isMounted ? state.rows : [...state.rows, ...spareRows(state.nextKey)];
  const active = player.active === null ? null : state.rows[player.active];

  return (
    <Form
      ref={form}
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      onSubmit={(event) => written.onSubmit(event, player.seconds)}
      onKeyDown={onKeyDown}
      className="gap-8 space-y-6 md:grid md:grid-cols-[minmax(0,17rem)_minmax(0,1fr)] md:space-y-0 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]"
    >
      <input type="hidden" name="lang" value={page.lang} />
      <input type="hidden" name="base" value={base} />
      <div className="md:sticky md:top-4 md:self-start">
        <CaptionsPlayer ref={media$} media={media} now={active?.text ?? null} />
      </div>
      <div className="min-w-0 space-y-4">
        {shown?.kind === 'conflict' && base !== shown.theirs.tag && (
          <ConflictNotice
            key={shown.theirs.tag}
            conflict={shown}
            isMounted={isMounted}
            onMine={() => {
              written.goOnFrom(shown.theirs);
              setTimeout(save, 0);
            }}
            onTheirs={() => {
              written.goOnFrom(shown.theirs);
              change({ kind: 'replace', rows: shown.theirs.rows, keepsBefore: true });
              written.forget();
            }}
          />
        )}
        {shown?.kind === 'conflict' && !isMounted && (
          <ConflictNotice conflict={shown} isMounted={false} onMine={() => {}} onTheirs={() => {}} />
        )}
        {problems.length > 0 && (
          <Notice kind="error" live title={words.refused(formatNumber(lang, problems.length))}>
            {words.refusedText}
          </Notice>
        )}
        {shown?.kind === 'read' && (
          <FileNotice
            answer={shown}
            hasBefore={state.before !== null}
            onBack={() => change({ kind: 'back-to-before' })}
          />
        )}
        {shown?.kind === 'removed' && (
          <RemovedNotice
            cleared={written.cleared}
            onBack={(cleared) => {
              change({ kind: 'replace', rows: cleared, keepsBefore: false });
              written.forget();
            }}
          />
        )}
        {written.dropRestored && (
          <Notice title={words.restored} live>
            <Button type="button" size="small" className="mt-2" onClick={written.dropRestored}>
              {words.forget}
            </Button>
          </Notice>
        )}
        <h2 className="text-xl">{words.list}</h2>
        {rows.every(isEmptyRow) && <p className="text-muted">{words.empty}</p>}
        <ol className="border-t border-line">
          {withSpare.map((row, at) => (
            <CueRowFields
              key={row.key}
              row={row}
              number={at + 1}
              problems={byRow.get(at)}
              isActive={player.active === at}
              isMounted={isMounted}
              onChange={change}
              onPlay={onPlay}
            />
          ))}
        </ol>
        {state.removed && (
          <p className="flex flex-wrap items-center gap-3 text-sm" role="status">
            {words.removed}
            <Button type="button" size="small" onClick={() => change({ kind: 'take-back' })}>
              {words.undo}
            </Button>
          </p>
        )}
        {isMounted && (
          <Button
            type="button"
            size="small"
            icon={PlusIcon}
            onClick={() => {
              const row = { start: state.rows.at(-1)?.end ?? '', end: '', text: '' };
              changeAndFocus(() => change({ kind: 'add', after: null, row }), state.nextKey, 'start');
            }}
          >
            {words.add}
          </Button>
        )}
        <div className="sticky bottom-0 border-t border-line bg-paper py-3">
          <div role="status">
            {written.unreached && (
              <p className="mb-3 flex items-start gap-2 font-semibold text-amber">
                <WarningIcon className="mt-[0.2em] h-5 w-5" />
                <span>{words.unreached[written.unreached]}</span>
              </p>
            )}
          </div>
          <ButtonRow>
            <button type="submit" name="intent" value="save" ref={saveButton} hidden tabIndex={-1} aria-hidden="true" />
            <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
              {isBusy ? words.saving : words.save}
            </Button>
            <p className="tabular text-sm text-muted" role="status">
              {isDirty
                ? words.dirty
                : shown?.kind === 'saved'
                  ? words.saved(formatTime(shown.at, true))
                  : shown?.kind === 'unchanged'
                    ? words.unchanged
                    : saved.at
                      ? words.clean(formatDateTime(lang, saved.at))
                      : words.never}
            </p>
          </ButtonRow>
        </div>
        <CaptionsFile page={page} isBusy={isBusy} problem={written.fileProblem} hasSaved={saved.at !== null} />
      </div>
    </Form>
  );
}

/** Without scripts nobody can ask for another row. */
const spareRows = (from: number): EditedRow[] =>
  [0, 1, 2, 3].map((more) => ({ key: from + more, start: '', end: '', text: '' }));
