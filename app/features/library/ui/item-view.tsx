import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx';
import { ItemList } from '#app/ui/item-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { ItemPage } from '../queries/item-page.server.ts';
import { formatDay } from './item-dates.ts';

export interface LessonOfItem {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
}

type Props = {
  page: ItemPage;
  /** The lessons that refer to it: they belong to another feature. */
  lessons: readonly LessonOfItem[];
};

/** A thing of the library: what it is and where it comes from, its file, its text, and who refers to it. */
export function ItemView({ page, lessons }: Props) {
  const { item: words } = useMessages(vi, en);
  const { item, fileHtml, html, contents, isFileGone } = page;
  const isFirst = item.kind === 'picture' || item.kind === 'clip';
  const file = fileHtml && <Html html={fileHtml} />;
  return (
    <div className="max-w-reading space-y-8">
      {item.isRetired && (
        <Notice kind="warning" title={words.retired}>
          {words.retiredText}
        </Notice>
      )}
      {isFileGone && (
        <Notice kind="warning" title={words.fileGone}>
          {words.fileGoneText}
        </Notice>
      )}
      {/* A picture is what one came for; of a document, what it is. */}
      {isFirst && file}
      <ItemFacts item={item} />
      {!isFirst && file && <Section title={words.file}>{file}</Section>}
      {html && (
        <Section title={words.text[item.kind]}>
          {contents.length > 2 && (
            <nav aria-label={words.contents} className="screen-only mb-4 text-sm">
              <p className="font-semibold">{words.contents}</p>
              <ol lang="vi">
                {contents.map(({ id, title }) => (
                  <li key={id} className="py-1">
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ol>
            </nav>
          )}
          <Html html={html} />
        </Section>
      )}
      {!html && !fileHtml && !isFileGone && <p className="text-muted">{words.noText}</p>}
      {lessons.length > 0 && (
        <Section title={words.lessons}>
          <LessonsOfItem lessons={lessons} />
        </Section>
      )}
    </div>
  );
}

/** Content is written in Vietnamese whatever the language of the interface. */
function Html({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by platform/documents/markdown, which lets nothing run
  return <article lang="vi" className="reading" dangerouslySetInnerHTML={{ __html: html }} />;
}

function ItemFacts({ item }: { item: ItemPage['item'] }) {
  const { item: words } = useMessages(vi, en);
  const lang = useLang();
  const facts: (Definition | false)[] = [
    item.symbol !== '' && { term: words.symbol, value: <span lang="vi">{item.symbol}</span> },
    item.issuedOn !== null && { term: words.issuedOn, value: formatDay(lang, item.issuedOn) },
    { term: words.source, value: <span lang="vi">{item.source}</span> },
    { term: words.asOf, value: formatDay(lang, item.asOf) },
    { term: words.topic, value: <span lang="vi">{item.topic}</span> },
    item.tags.length > 0 && { term: words.tags, value: <span lang="vi">{item.tags.join(', ')}</span> },
    item.link !== '' && {
      term: words.link,
      value: (
        <>
          <a href={item.link} target="_blank" rel="noopener noreferrer nofollow external" className="break-all">
            {item.link}
          </a>
          <span className="block text-sm text-muted">{words.linkNote}</span>
        </>
      ),
    },
    { term: words.unit, value: item.unitName },
  ];
  return <DefinitionList items={facts.filter((fact) => fact !== false)} />;
}

export function LessonsOfItem({ lessons }: { lessons: readonly LessonOfItem[] }) {
  return (
    <ItemList
      items={lessons.map(({ id, title, courseId, courseTitle }) => ({
        key: id,
        to: `/courses/${courseId}/lessons/${id}`,
        title: <span lang="vi">{title}</span>,
        note: <span lang="vi">{courseTitle}</span>,
      }))}
    />
  );
}
