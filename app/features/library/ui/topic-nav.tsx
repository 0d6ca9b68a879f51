import { Link } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { classes } from '#app/ui/classes.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { LibraryListValues } from '../schema.ts';

type Props = {
  topics: readonly { topic: string; count: number }[];
  values: LibraryListValues;
  /** Folded on every screen: beside a table there is no room. */
  isFolded?: boolean;
};

/** The topics of what was found, with how many each has: beside the list, on a phone folded above it. */
export function TopicNav({ topics, values, isFolded = false }: Props) {
  const { list: words } = useMessages(vi, en);
  const links = <TopicLinks topics={topics} values={values} />;
  return (
    <>
      <div className={classes('screen-only', !isFolded && 'md:hidden')}>
        <Disclosure title={words.topics} note={values.topic || words.allTopics}>
          {links}
        </Disclosure>
      </div>
      {!isFolded && (
        <div className="screen-only hidden md:block">
          <h2 className="text-base">{words.topics}</h2>
          {links}
        </div>
      )}
    </>
  );
}

function TopicLinks({ topics, values }: Omit<Props, 'isFolded'>) {
  const { list: words } = useMessages(vi, en);
  const lang = useLang();
  const to = (topic: string) => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries({ q: values.q, kind: values.kind, state: values.state, topic }))
      if (value) search.set(name, value);
    return `?${search}`;
  };
  const total = topics.reduce((sum, { count }) => sum + count, 0);
  const all = [{ topic: '', label: words.allTopics, count: total }];
  return (
    <nav aria-label={words.topics}>
      <ul className="mt-1">
        {[...all, ...topics.map((each) => ({ ...each, label: each.topic }))].map(({ topic, label, count }) => {
          const isCurrent = topic === values.topic;
          return (
            <li key={topic}>
              <Link
                to={to(topic)}
                aria-current={isCurrent ? 'true' : undefined}
                className={classes(
                  'flex min-h-[2.75rem] items-center justify-between gap-3 border-l-4 px-3 py-1 no-underline hover:bg-sunken',
                  isCurrent ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink',
                )}
              >
                <span lang={topic === '' ? undefined : 'vi'} className="min-w-0">
                  {label}
                </span>
                <span className="tabular text-sm text-muted">{formatNumber(lang, count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
