import { Form } from '@remix-run/react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { en as mediaEn } from '#app/features/media/messages/en.ts';
import { vi as mediaVi } from '#app/features/media/messages/vi.ts';
import { uploadProblemWords } from '#app/features/media/ui/problem-words.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { captionHints } from '../../../core/lesson-editor/caption-hints.ts';
import { continued, indented, type TextEdit, withBlock } from '../../../core/lesson-editor/edit-text.ts';
import { lessonProblems } from '../../../core/lesson-editor/lesson-problems.ts';
import type { LessonText } from '../../../core/lesson-editor/lesson-text.ts';
import { readingMeasure } from '../../../core/lesson-editor/reading-measure.ts';
import { textHeadings } from '../../../core/lesson-editor/text-headings.ts';
import { en } from '../../../messages/lesson-editor-en.ts';
import { vi } from '../../../messages/lesson-editor-vi.ts';
import type { LessonEditor as Editor } from '../../../queries/lesson-editor.server.ts';
import { applyEdit, selectedOf } from './apply-edit.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { HelpDialog, LinkDialog, TableDialog } from './insert-dialogs.tsx';
import { LessonFields } from './lesson-fields.tsx';
import { LibraryDialog } from './library-dialog.tsx';
import { MediaDialog } from './media-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { SaveLine } from './save-line.tsx';
import { goToLine, showLine, topLine } from './scroll-in-step.ts';
import { CaptionPanel, OutlinePanel, PastePanel, ProblemPanel } from './side-panels.tsx';
import {
  type BlockName,
  blockEdit,
  type CommandName,
  commandEdit,
  type DialogName,
  isDialog,
  shortcutOf,
} from './text-commands.ts';
import { TextToolbar } from './text-toolbar.tsx';
import { uploadFile } from './upload-file.ts';
import { useLessonDraft } from './use-lesson-draft.ts';
import { type Previewed, type PreviewedCheck, useLessonPreview } from './use-lesson-preview.ts';
import { usePaste } from './use-paste.ts';

type Props = {
  editor: Editor;
  preview: Previewed;
  /** What a plain form could not save, by field. */
  problems: Readonly<Record<string, string>>;
  /** A check of the preview belongs to a higher feature. */
  showCheck: (check: PreviewedCheck) => ReactNode;
};

/** Where a lesson is written: text on the left, what readers will see on the right. Saves by itself; without scripts by a button. */
export function LessonEditor({ editor, preview, problems, showCheck }: Props) {
  const words = useMessages(vi, en);
  const mediaWords = useMessages(mediaVi, mediaEn);
  const lang = useLang();
  const { course, lessonId } = editor;
  const base = `/author/courses/${course.id}/lessons/${lessonId}`;
  const { text, change, state, keeper, wasRestored } = useLessonDraft(editor);
  const { shown, isStale } = useLessonPreview(`${base}/preview`, text.body, preview);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [picture, setPicture] = useState<File | null>(null);
  const [clashes, setClashes] = useState<number | null>(null);
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);
  const field = useRef<HTMLTextAreaElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const frame = useRef<Window | null>(null);
  const selection = useRef<[number, number]>([0, 0]);

  const onPicture = useCallback((file: File) => {
    setPicture(file);
    setDialog('media');
  }, []);
  const { onPaste, report, setReport } = usePaste(field, `${base}/paste`, onPicture);
  const measure = useMemo(() => readingMeasure(text.body), [text.body]);
  const headings = useMemo(() => textHeadings(text.body), [text.body]);
  const found = useMemo(() => lessonProblems(text.body), [text.body]);
  const hints = useMemo(() => captionHints(text.body, shown.uncaptioned), [text.body, shown.uncaptioned]);

  const edit = (make: (at: ReturnType<typeof selectedOf>) => TextEdit | null): boolean => {
    const target = field.current;
    const made = target && make(selectedOf(target));
    if (!target || !made) return false;
    applyEdit(target, made);
    return true;
  };
  const open = (name: DialogName) => {
    if (field.current) selection.current = [field.current.selectionStart, field.current.selectionEnd];
    setDialog(name);
  };
  const close = () => {
    setDialog(null);
    setPicture(null);
    field.current?.focus();
  };
  /** Puts in what a dialog made, where the cursor stood before it opened. */
  const insert = (make: (at: ReturnType<typeof selectedOf>) => TextEdit) => {
    setDialog(null);
    setPicture(null);
    const [start, end] = selection.current;
    // The dialog gives the focus back first.
    setTimeout(() => {
      const target = field.current;
      if (target) applyEdit(target, make({ text: target.value, start, end }));
    }, 0);
  };
  const run = (name: NonNullable<ReturnType<typeof shortcutOf>>) => {
    if (name === 'keep') void keeper.flush('keep');
    else if (isDialog(name)) open(name);
    else if (name in words.blocks) edit((at) => blockEdit(name as BlockName, at, words.placeholders));
    else edit((at) => commandEdit(name as CommandName, at, words.placeholders));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const name = shortcutOf(event);
    if (name) {
      event.preventDefault();
      run(name);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && edit(continued)) event.preventDefault();
    else if (event.key === 'Tab' && edit((at) => indented(at, event.shiftKey ? -1 : 1))) event.preventDefault();
  };
  const follow = () => {
    const target = field.current;
    if (!target) return;
    const line = topLine(target);
    if (pane.current) showLine(pane.current.firstElementChild as HTMLElement, pane.current, line);
    const page = frame.current?.document;
    if (page?.body) showLine(page.body, page.documentElement, line);
  };
  const settle = async (chosen: LessonText, givenUp: LessonText | null, left: number | null) => {
    setClashes(left);
    change(chosen);
    await keeper.settle(chosen, givenUp);
  };

  return (
    <>
      <Form
        method="post"
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          void keeper.flush('keep');
        }}
      >
        <input type="hidden" name="base" value={keeper.base.revision} />
        {state.clash && (
          <ConflictPanel
            key={state.clash.revision}
            clash={state.clash}
            base={keeper.base.text}
            mine={text}
            onSettle={settle}
          />
        )}
        {clashes !== null && !state.clash && (
          <Notice
            kind={clashes > 0 ? 'warning' : 'success'}
            live
            title={clashes > 0 ? words.conflict.clashes(clashes) : words.conflict.noClashes}
          />
        )}
        <LessonFields text={text} measured={measure.minutes} problems={problems} onChange={change} />
        {report && (
          <PastePanel
            report={report}
            onReplace={(markdown) => {
              edit((at) => withBlock(at, markdown));
              setReport(null);
            }}
            onClose={() => setReport(null)}
          />
        )}
        <div className="grid gap-6 lg:grid-cols-2 lg:gap-4">
          <div className="min-w-0">
            {isMounted && <TextToolbar onCommand={run} onBlock={run} onDialog={open} />}
            <label htmlFor="noi-dung" className="sr-only">
              {words.body}
            </label>
            <textarea
              ref={field}
              id="noi-dung"
              name="body"
              lang="vi"
              spellCheck={false}
              value={text.body}
              placeholder={words.bodyEmpty}
              onChange={(event) => change({ body: event.target.value })}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
              onScroll={follow}
              onClick={follow}
              className="block h-[70vh] w-full resize-y border border-edge bg-surface px-4 py-3 text-base leading-7 text-ink hover:border-ink"
            />
            {problems.body && <p className="font-semibold text-red">{problems.body}</p>}
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <SaveLine state={state} wasRestored={wasRestored} />
              <Button type="submit" size="small">
                {isMounted ? words.save.keep : words.saveButton}
              </Button>
            </div>
          </div>
          <PreviewPane
            ref={pane}
            title={text.title || words.untitled}
            shown={shown}
            isStale={isStale}
            showCheck={showCheck}
            onFrame={(view) => {
              frame.current = view;
            }}
          />
        </div>
        <div className="grid gap-8 md:grid-cols-2">
          <OutlinePanel
            headings={headings}
            measure={measure}
            onGo={(line) => field.current && goToLine(field.current, line)}
          />
          <div className="min-w-0 space-y-6">
            <ProblemPanel
              problems={found}
              onGo={(line, code) =>
                // Right where the words of the picture belong.
                field.current && goToLine(field.current, line, code === 'picture-without-words' ? '![' : '')
              }
            />
            <CaptionPanel hints={hints} onGo={(line) => field.current && goToLine(field.current, line)} />
          </div>
        </div>
      </Form>
      {dialog === 'help' && <HelpDialog onClose={close} />}
      {dialog === 'table' && (
        <TableDialog
          onClose={close}
          onInsert={(block) => insert((at) => withBlock(at, block, [2, block.indexOf(' |')]))}
        />
      )}
      {dialog === 'link' && (
        <LinkDialog
          onClose={close}
          selected={text.body.slice(...selection.current)}
          onInsert={(label, address) =>
            insert(({ start, end }) => {
              const link = `[${label}](${address})`;
              return { from: start, to: end, text: link, select: [start + link.length, start + link.length] };
            })
          }
        />
      )}
      {dialog === 'media' && (
        <MediaDialog
          onClose={close}
          given={picture}
          upload={(file, alt) =>
            uploadFile(
              `${base}/files`,
              file,
              alt,
              (problem, largest) => uploadProblemWords({ problem, largest }, mediaWords, lang),
              words.mediaDialog.failed,
            )
          }
          onInsert={(made) => insert((at) => withBlock({ ...at, start: at.end }, made))}
        />
      )}
      {dialog === 'library' && (
        <LibraryDialog
          onClose={close}
          onInsert={(link) =>
            insert(({ end }) => ({ from: end, to: end, text: link, select: [end + link.length, end + link.length] }))
          }
        />
      )}
    </>
  );
}
