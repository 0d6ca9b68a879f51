import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { orderScorings } from '../../core/question.ts';
import { en } from '../../messages/en.ts';
import { vi } from '../../messages/vi.ts';
import { Row, RowList, RowText } from '../rows.tsx';
import type { EditorProps } from './editor.ts';

/** The items of an ordering question, written in the right order. */
export function OrderingEditor({ draft, problemOf, set, setRow, onList }: EditorProps) {
  const { editor, editors, orderScorings: ways, orderScoringHints } = useMessages(vi, en);
  const words = editors.ordering;
  return (
    <>
      <RowList
        list="items"
        legend={words.items}
        hint={words.hint}
        problem={problemOf('items')}
        count={draft.items.length}
        addLabel={words.add}
        onList={onList}
      >
        {draft.items.map(({ id, text }, at) => (
          <Row
            key={id}
            {...{ list: 'items', at, id, onList }}
            count={draft.items.length}
            name={words.item(at + 1)}
            labels={`items[${at}].text`}
          >
            <RowText
              field={`items[${at}].text`}
              value={text}
              rows={1}
              problem={problemOf(`items[${at}].text`)}
              onChange={(value) => setRow('items', at, { text: value })}
            />
          </Row>
        ))}
      </RowList>
      <ChoiceGroup
        type="radio"
        name="orderScoring"
        label={editor.scoring}
        value={draft.orderScoring}
        options={[...orderScorings]
          .reverse()
          .map((value) => ({ value, label: ways[value], hint: orderScoringHints[value] }))}
        onChange={(value) => set({ orderScoring: value as typeof draft.orderScoring })}
      />
    </>
  );
}
