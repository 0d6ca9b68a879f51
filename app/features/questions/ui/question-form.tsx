import { Form, useNavigation } from '@remix-run/react';
import { useRef } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { EditQuestionResult, QuestionBase } from '../commands/edit-question.server.ts';
import type { QuestionDraft } from '../core/question-draft.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { QuestionPreview } from '../queries/question-preview.server.ts';
import { Arrival } from './arrival.tsx';
import { EnterSaves } from './list-buttons.tsx';
import { QuestionConflictNotice } from './question-conflict-notice.tsx';
import { QuestionFields } from './question-fields.tsx';
import { QuestionPreviewPanel } from './question-preview-panel.tsx';
import { type FormProblem, useQuestionProblems } from './question-problem-words.ts';
import { useDraft } from './use-draft.ts';
import { useQuestionPreview } from './use-question-preview.ts';

/** What the editor's action answers instead of going on: the draft as typed or redrawn, and why. */
export interface QuestionAnswer {
  draft: QuestionDraft;
  preview: QuestionPreview;
  problems?: FormProblem[];
  conflict?: Extract<EditQuestionResult, { kind: 'conflict' }>;
}

type Props = {
  draft: QuestionDraft;
  preview: QuestionPreview;
  /** Absent for a new question. */
  base?: QuestionBase;
  categories: readonly { id: string; name: string; depth: number }[];
  /** The one-time id of a new question: sent twice, it makes one. */
  newId?: string;
  answer?: QuestionAnswer;
  backTo: string;
};

/** Writes one question. Without JavaScript each button sends the whole form and gets it back as typed. */
export function QuestionForm({ answer, categories, backTo, newId, ...stored }: Props) {
  const words = useMessages(vi, en).editor;
  const form = useRef<HTMLFormElement>(null);
  const [draft, change] = useDraft(answer?.draft ?? stored.draft);
  const preview = useQuestionPreview(form, draft, answer?.preview ?? stored.preview);
  const problems = useQuestionProblems(answer?.problems);
  const isBusy = useNavigation().formMethod === 'POST';
  const base = answer?.conflict?.base ?? stored.base;
  return (
    <div className="gap-10 md:grid md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Form ref={form} method="post" noValidate>
        <EnterSaves />
        <div className="space-y-8">
          {answer?.conflict && (
            <Arrival key={answer.conflict.base.number}>
              <QuestionConflictNotice conflict={answer.conflict} categories={categories} />
            </Arrival>
          )}
          <ErrorSummary title={problems.title} errors={problems.summary} />
          <input type="hidden" name="type" value={draft.type} />
          {newId && <input type="hidden" name="newId" value={newId} />}
          {base && <BaseInputs base={base} />}
          <QuestionFields
            draft={draft}
            categories={categories}
            hints={preview.hints}
            problemOf={problems.of}
            onChange={change}
          />
          <ButtonRow>
            <Button type="submit" name="intent" value="save" look="primary" busy={isBusy}>
              {base ? words.saveVersion : words.save}
            </Button>
            <Button type="submit" name="intent" value="preview">
              {words.seePreview}
            </Button>
            <LinkButton to={backTo} look="quiet">
              {words.back}
            </LinkButton>
          </ButtonRow>
        </div>
      </Form>
      <div className="mt-10 md:mt-0">
        <div className="md:sticky md:top-4">
          <QuestionPreviewPanel preview={preview} />
        </div>
      </div>
    </div>
  );
}

/** What the author saw when the editing began: a stale edit is found by it. */
function BaseInputs({ base }: { base: QuestionBase }) {
  return (
    <>
      <input type="hidden" name="base.number" value={base.number} />
      <input type="hidden" name="base.categoryId" value={base.categoryId} />
      <input type="hidden" name="base.difficulty" value={base.difficulty} />
      <input type="hidden" name="base.tags" value={base.tags} />
    </>
  );
}
