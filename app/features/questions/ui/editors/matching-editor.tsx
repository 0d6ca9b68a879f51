import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { plainText } from '../../core/plain-text.ts';
import { letterOf } from '../../core/question-change-fields.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { Row, RowList, RowSelect, RowText } from '../rows.tsx';
import type { EditorProps } from './editor.ts';
import { FeedbackMore } from './feedback-more.tsx';
import { ScoringChoice } from './scoring-choice.tsx';

/** The choices of a matching question, then the prompts, each with the choice that goes with it. */
export function MatchingEditor(props: EditorProps) {
  const { draft, problemOf, setRow, onList } = props;
  const words = useMessages(vi, en).editors.matching;
  const options = draft.choices.map(({ id, text }, at) => ({
    value: id,
    label: text.trim() === '' ? letterOf(at) : `${letterOf(at)}. ${plainText(text).slice(0, 80)}`,
  }));
  return (
    <>
      <RowList
        list="prompts"
        legend={words.prompts}
        hint={words.promptsHint}
        problem={problemOf('prompts')}
        count={draft.prompts.length}
        addLabel={words.addPrompt}
        onList={onList}
      >
        {draft.prompts.map(({ id, text, choice, feedback }, at) => (
          <Row
            key={id}
            {...{ list: 'prompts', at, id, onList }}
            count={draft.prompts.length}
            name={words.prompt(at + 1)}
            labels={`prompts[${at}].text`}
          >
            <RowText
              field={`prompts[${at}].text`}
              value={text}
              rows={1}
              problem={problemOf(`prompts[${at}].text`)}
              onChange={(value) => setRow('prompts', at, { text: value })}
            />
            <RowSelect
              className="mt-2"
              field={`prompts[${at}].choice`}
              label={words.goesWith(at + 1)}
              value={choice}
              options={options}
              emptyLabel={words.chooseChoice}
              problem={problemOf(`prompts[${at}].choice`)}
              onChange={(value) => setRow('prompts', at, { choice: value })}
            />
            <FeedbackMore
              field={`prompts[${at}].feedback`}
              words={words}
              value={feedback}
              problem={problemOf(`prompts[${at}].feedback`)}
              onChange={(value) => setRow('prompts', at, { feedback: value })}
            />
          </Row>
        ))}
      </RowList>
      <RowList
        list="choices"
        legend={words.choices}
        hint={words.choicesHint}
        problem={problemOf('choices')}
        count={draft.choices.length}
        addLabel={words.addChoice}
        onList={onList}
      >
        {draft.choices.map(({ id, text }, at) => (
          <Row
            key={id}
            {...{ list: 'choices', at, id, onList }}
            count={draft.choices.length}
            name={words.choice(letterOf(at))}
            labels={`choices[${at}].text`}
          >
            <RowText
              field={`choices[${at}].text`}
              value={text}
              rows={1}
              problem={problemOf(`choices[${at}].text`)}
              onChange={(value) => setRow('choices', at, { text: value })}
            />
          </Row>
        ))}
      </RowList>
      <ScoringChoice {...props} />
    </>
  );
}
