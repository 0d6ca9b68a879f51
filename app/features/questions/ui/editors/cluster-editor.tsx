import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { GroupProblem } from '../problem.tsx';
import { Row, RowList, RowMark, RowText } from '../rows.tsx';
import type { EditorProps } from './editor.ts';
import { FeedbackMore } from './feedback-more.tsx';
import { ScoringChoice } from './scoring-choice.tsx';

/** The statements of a cluster: text, truth, feedback. */
export function ClusterEditor(props: EditorProps) {
  const { draft, problemOf, onList } = props;
  const words = useMessages(vi, en).editors.cluster;
  return (
    <>
      <RowList
        list="statements"
        legend={words.statements}
        hint={words.hint}
        problem={problemOf('statements')}
        count={draft.statements.length}
        addLabel={words.add}
        onList={onList}
      >
        {draft.statements.map(({ id }, at) => (
          <StatementRow key={id} {...props} at={at} />
        ))}
      </RowList>
      <ScoringChoice {...props} />
    </>
  );
}

function StatementRow({ draft, at, problemOf, setRow, onList }: EditorProps & { at: number }) {
  const { editors, truth } = useMessages(vi, en);
  const words = editors.cluster;
  const { id, text, answer, feedback } = draft.statements[at]!;
  const field = `statements[${at}]`;
  const name = words.statement(at + 1);
  return (
    <Row {...{ list: 'statements', at, name, id, onList }} count={draft.statements.length} labels={`${field}.text`}>
      <RowText
        field={`${field}.text`}
        value={text}
        problem={problemOf(`${field}.text`)}
        onChange={(value) => setRow('statements', at, { text: value })}
      />
      <GroupProblem id={`${field}.answer`} message={problemOf(`${field}.answer`)} />
      <div className="mt-1 flex gap-6">
        {(['true', 'false'] as const).map((value) => (
          <RowMark
            key={value}
            name={`${field}.answer`}
            value={value}
            label={truth[value]}
            ariaLabel={words.isTruth(name, truth[value])}
            checked={answer === value}
            onChange={() => setRow('statements', at, { answer: value })}
          />
        ))}
      </div>
      <FeedbackMore
        field={`${field}.feedback`}
        words={words}
        value={feedback}
        problem={problemOf(`${field}.feedback`)}
        onChange={(value) => setRow('statements', at, { feedback: value })}
      />
    </Row>
  );
}
