import { Form, useNavigation } from '@remix-run/react';
import { Arrival } from '#app/features/questions/ui/arrival.tsx';
import { EnterSaves } from '#app/features/questions/ui/list-buttons.tsx';
import { useDraft } from '#app/features/questions/ui/use-draft.ts';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import type { QuizBase, QuizConflict } from '../../commands/edit-quiz.server.ts';
import { quizChanges } from '../../core/quiz-changes.ts';
import type { QuizDraft } from '../../core/quiz-draft.ts';
import { en } from '../../messages/author-en.ts';
import { vi } from '../../messages/author-vi.ts';
import type { QuizEditor, QuizEditorNames } from '../../queries/author-quiz.server.ts';
import { QuestionPicker, type QuestionSearch } from './question-picker.tsx';
import { QuizConflictNotice } from './quiz-conflict-notice.tsx';
import { QuizGeneralFields } from './quiz-general-fields.tsx';
import { type ShownProblem, useQuizProblems } from './quiz-problem-words.ts';
import { QuizSettingsFields } from './quiz-settings-fields.tsx';
import { ReviewMatrix } from './review-matrix.tsx';
import { ReviewPreview } from './review-preview.tsx';
import { SaveBar } from './save-bar.tsx';
import { SlotEditor } from './slot-editor.tsx';

/** What the editor's action answers instead of going on: the draft as typed or redrawn, and why. */
export interface QuizAnswer {
  draft: QuizDraft;
  base: QuizBase;
  /** After a conflict: the state before the others' changes, until the two are merged. */
  seen?: QuizDraft;
  names: QuizEditorNames;
  problems?: ShownProblem[];
  conflict?: Pick<QuizConflict, 'by' | 'at' | 'changes'>;
  isMerged?: boolean;
  found?: QuestionSearch;
}

/** The whole quiz in one form, since it is saved as a whole. Without JavaScript each button gets it back as typed. */
export function QuizForm({ editor, answer }: { editor: QuizEditor; answer?: QuizAnswer }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const base = answer?.base ?? editor.base;
  const names = answer?.names ?? editor.names;
  const [draft, change] = useDraft(answer?.draft ?? editor.base.draft);
  const set = (changes: Partial<QuizDraft>) => change((now) => ({ ...now, ...changes }));
  const problems = useQuizProblems(answer?.problems);
  const isBusy = useNavigation().formMethod === 'POST';
  const fields = { draft, problemOf: problems.of, onChange: set };
  const { slots, review, editor: titles } = words;
  return (
    <Form method="post" noValidate preventScrollReset>
      <EnterSaves />
      <div className="space-y-10">
        <input type="hidden" name="base.revision" value={base.revision} />
        <input type="hidden" name="base.draft" value={JSON.stringify(base.draft)} />
        {answer?.seen && <input type="hidden" name="seen" value={JSON.stringify(answer.seen)} />}
        {answer?.conflict && (
          <Arrival key={String(answer.conflict.at)}>
            <QuizConflictNotice conflict={answer.conflict} names={names} />
          </Arrival>
        )}
        {answer?.isMerged && (
          <Arrival>
            <Notice kind="success" title={words.conflict.mergedTitle}>
              {words.conflict.mergedText}
            </Notice>
          </Arrival>
        )}
        <ErrorSummary title={problems.title} errors={problems.summary} />
        {editor.attempts > 0 && <Notice title={titles.attemptsNote(formatNumber(lang, editor.attempts))} />}
        <Section id="general" title={titles.general}>
          <QuizGeneralFields {...fields} names={names} />
        </Section>
        <Section id="questions" title={titles.slots} lead={slots.lead}>
          <div className="space-y-6">
            <SlotEditor {...fields} names={names} onChange={change} />
            <QuestionPicker categories={names.categories} found={answer?.found} isBusy={isBusy} />
          </div>
        </Section>
        <Section id="settings" title={titles.settings}>
          <QuizSettingsFields
            {...fields}
            gradeScale={Number(draft.gradeScale.replace(',', '.')) || editor.gradeScale}
            dayCode={editor.dayCode}
            isTaken={editor.attempts > 0}
          />
        </Section>
        <Section id="review" title={titles.review} lead={review.lead}>
          <ReviewMatrix draft={draft} onChange={change} />
          <ReviewPreview draft={draft} />
        </Section>
        <SaveBar
          isPublished={editor.state === 'published'}
          isDirty={quizChanges(editor.base.draft, draft).length > 0}
          savedAt={editor.savedAt}
          isBusy={isBusy}
        />
      </div>
    </Form>
  );
}
