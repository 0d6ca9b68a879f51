import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Page } from '#app/ui/page.tsx';
import { en as authorEn } from '../../messages/author-en.ts';
import { vi as authorVi } from '../../messages/author-vi.ts';
import { en } from '../../messages/terms-en.ts';
import { vi } from '../../messages/terms-vi.ts';

type Props = {
  assignment: { id: string; title: string; courseId: string; course: { title: string } };
  title: string;
  lead: string;
  /** Somebody else has changed the assignment since the form was opened. */
  isConflict: boolean;
  children: ReactNode;
};

/** One part of an assignment to be changed, with the way back to it. */
export function TermsPage({ assignment, title, lead, isConflict, children }: Props) {
  const words = useMessages(vi, en);
  const author = useMessages(authorVi, authorEn);
  return (
    <Page
      title={title}
      kicker={assignment.title}
      lead={lead}
      crumbs={[
        { to: '/author/courses', label: author.list.title },
        { to: `/author/courses/${assignment.courseId}`, label: assignment.course.title },
        { to: `/author/assignments/${assignment.id}`, label: assignment.title },
      ]}
      crumbsLabel={author.crumbs}
      width="reading"
    >
      {isConflict && (
        <Notice kind="warning" title={words.conflictTitle} live>
          {words.conflictText}
        </Notice>
      )}
      {children}
    </Page>
  );
}
