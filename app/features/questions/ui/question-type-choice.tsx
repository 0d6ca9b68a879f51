import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { ItemList } from '#app/ui/item-list.tsx';
import { questionTypeNames } from '../core/question-types.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';

/** The types that an author chooses among before writing. */
export function QuestionTypeChoice({ category }: { category: string }) {
  const { types, typeHints } = useMessages(vi, en);
  const rest = category ? `&category=${encodeURIComponent(category)}` : '';
  return (
    <ItemList
      items={questionTypeNames.map((type) => ({
        key: type,
        to: `/author/questions/new?type=${type}${rest}`,
        title: types[type],
        note: typeHints[type],
      }))}
    />
  );
}
