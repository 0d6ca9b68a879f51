import { AnswerRows } from './answer-rows.tsx';
import type { EditorProps } from './editor.ts';
import { TextPolicyEditor } from './text-policy-editor.tsx';

/** The accepted answers of a short-answer question, each with what it earns, and how replies are compared with them. */
export function ShortAnswerEditor({ draft, problemOf, set, setRow, onList }: EditorProps) {
  return (
    <div className="space-y-6">
      <AnswerRows
        list="answers"
        answers={draft.answers}
        onAnswer={(at, change) => setRow('answers', at, change)}
        {...{ problemOf, onList }}
      />
      <TextPolicyEditor draft={draft} onChange={set} />
    </div>
  );
}
