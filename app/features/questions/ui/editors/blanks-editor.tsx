import { useMessages } from '#app/platform/i18n/use-messages.ts';
import type { BlankDraft } from '../../core/drafts/blanks.ts';
import { changeAt } from '../../core/drafts/rows.ts';
import { letterOf } from '../../core/question-change-fields.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { GroupProblem } from '../problem.tsx';
import { Row, RowInput, RowList, RowMark, RowSelect, RowText } from '../rows.tsx';
import { AnswerRows } from './answer-rows.tsx';
import type { EditorProps } from './editor.ts';
import { FeedbackMore } from './feedback-more.tsx';
import { NumberFields } from './number-fields.tsx';

const kinds = ['text', 'choice', 'number'] as const;

/** The blanks of a text, each typed, chosen or a number. */
export function BlanksEditor(props: EditorProps) {
  const { draft, problemOf, onList } = props;
  const words = useMessages(vi, en).editors.blanks;
  return (
    <RowList
      list="blanks"
      legend={words.blanks}
      hint={words.hint}
      problem={problemOf('blanks')}
      count={draft.blanks.length}
      addLabel={words.add}
      onList={onList}
    >
      {draft.blanks.map(({ id }, at) => (
        <BlankRow key={id} {...props} at={at} />
      ))}
    </RowList>
  );
}

function BlankRow({ draft, at, problemOf, setRow, onList }: EditorProps & { at: number }) {
  const words = useMessages(vi, en).editors.blanks;
  const blank = draft.blanks[at]!;
  const field = `blanks[${at}]`;
  const set = (change: Partial<BlankDraft>) => setRow('blanks', at, change);
  const parts = { blank, field, problemOf, set, onList };
  return (
    <Row
      {...{ list: 'blanks', at, onList, id: blank.id, isUnordered: true }}
      count={draft.blanks.length}
      name={words.blank(blank.id)}
    >
      <GroupProblem id={`${field}.id`} message={problemOf(`${field}.id`)} />
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-2">
        <RowSelect
          field={`${field}.kind`}
          label={words.kind}
          value={blank.kind}
          options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          problem={undefined}
          onChange={(value) => set({ kind: value as BlankDraft['kind'] })}
        />
        <RowInput
          field={`${field}.weight`}
          label={words.weight}
          value={blank.weight}
          problem={problemOf(`${field}.weight`)}
          onChange={(weight) => set({ weight })}
          className="w-20"
          isNumber
        />
      </div>
      {/* The rows of the other kinds stay in the form, so that nothing typed is lost by a change of mind. */}
      <div hidden={blank.kind !== 'text'} className="mt-3 pl-4">
        <TextPart {...parts} />
      </div>
      <div hidden={blank.kind !== 'choice'} className="mt-3 pl-4">
        <ChoicePart {...parts} />
      </div>
      <div hidden={blank.kind !== 'number'} className="mt-3 pl-4">
        <NumberPart {...parts} />
      </div>
      <FeedbackMore
        field={`${field}.feedback`}
        words={words}
        value={blank.feedback}
        problem={problemOf(`${field}.feedback`)}
        onChange={(feedback) => set({ feedback })}
      />
      <noscript>
        <p className="mt-2 text-sm text-muted">{words.kindWithoutScript}</p>
      </noscript>
    </Row>
  );
}

type PartProps = Pick<EditorProps, 'problemOf' | 'onList'> & {
  blank: BlankDraft;
  field: string;
  set: (change: Partial<BlankDraft>) => void;
};

function TextPart({ blank, field, problemOf, set, onList }: PartProps) {
  const words = useMessages(vi, en).editor;
  return (
    <>
      <AnswerRows
        list={`${field}.answers`}
        answers={blank.answers}
        onAnswer={(at, change) => set({ answers: changeAt(blank.answers, at, (row) => ({ ...row, ...change })) })}
        {...{ problemOf, onList }}
        isInner
      />
      <div className="mt-2 flex flex-wrap gap-x-6">
        {(['ignoreCase', 'ignoreTones', 'equivalentSpelling'] as const).map((policy) => (
          <RowMark
            key={policy}
            type="checkbox"
            name={`${field}.${policy}`}
            value="on"
            label={words[policy]}
            ariaLabel={words[policy]}
            checked={blank[policy]}
            onChange={(isOn) => set({ [policy]: isOn })}
          />
        ))}
      </div>
    </>
  );
}

function ChoicePart({ blank, field, problemOf, set, onList }: PartProps) {
  const { editor, editors } = useMessages(vi, en);
  const list = `${field}.options`;
  return (
    <RowList
      list={list}
      legend={editor.options}
      problem={problemOf(list)}
      notes={<GroupProblem id={`${field}.right`} message={problemOf(`${field}.right`)} />}
      count={blank.options.length}
      addLabel={editor.addOption}
      onList={onList}
      isInner
    >
      {blank.options.map(({ id, text }, at) => (
        <Row
          key={id}
          {...{ list, at, onList, id }}
          count={blank.options.length}
          name={editor.option(letterOf(at))}
          labels={`${list}[${at}].text`}
        >
          <RowText
            field={`${list}[${at}].text`}
            value={text}
            rows={1}
            problem={problemOf(`${list}[${at}].text`)}
            onChange={(value) =>
              set({ options: changeAt(blank.options, at, (option) => ({ ...option, text: value })) })
            }
          />
          <RowMark
            name={`${field}.right`}
            value={id}
            label={editor.isRight}
            ariaLabel={editors.blanks.isRightOf(letterOf(at), blank.id)}
            checked={blank.right === id}
            onChange={() => set({ right: id })}
          />
        </Row>
      ))}
    </RowList>
  );
}

function NumberPart({ blank, field, problemOf, set, onList }: PartProps) {
  const { editor, editors } = useMessages(vi, en);
  const list = `${field}.numbers`;
  return (
    <RowList
      list={list}
      legend={editors.numerical.numbers}
      problem={problemOf(list)}
      count={blank.numbers.length}
      addLabel={editors.numerical.add}
      onList={onList}
      isInner
    >
      {blank.numbers.map((number, at) => (
        <Row
          key={at}
          {...{ list, at, onList, isUnordered: true }}
          count={blank.numbers.length}
          name={editor.answer(at + 1)}
        >
          <NumberFields
            field={`${list}[${at}]`}
            {...{ number, problemOf }}
            onChange={(change) => set({ numbers: changeAt(blank.numbers, at, (row) => ({ ...row, ...change })) })}
          />
        </Row>
      ))}
    </RowList>
  );
}
