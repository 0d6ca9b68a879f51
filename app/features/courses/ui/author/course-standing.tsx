import { Form, Link } from '@remix-run/react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { en } from '../../messages/outline-en.ts';
import { vi } from '../../messages/outline-vi.ts';
import { en as revisionEn } from '../../messages/revision-en.ts';
import { vi as revisionVi } from '../../messages/revision-vi.ts';
import type { ManagedCourse } from '../../queries/author-courses.server.ts';

type Props = {
  course: Pick<ManagedCourse, 'id' | 'state' | 'isOwn' | 'isDrafted' | 'revision'>;
  /** What has just been done. */
  done: string | null;
};

/** In which state a course is, what was just done, and where its authors go on. */
export function CourseStanding({ course, done }: Props) {
  const words = useMessages(vi, en).course;
  const { publish } = useMessages(revisionVi, revisionEn);
  const { id, state, isOwn, isDrafted, revision } = course;
  const said: Record<string, string> = {
    published: publish.done(String(revision)),
    archived: words.archived,
    restored: words.restored,
  };
  const at = `/author/courses/${id}`;
  return (
    <>
      {done && said[done] && <Notice kind="success" title={said[done]} live />}
      {state === 'draft' && <Notice title={words.draftTitle}>{words.draftText}</Notice>}
      {state === 'archived' && (
        <Notice title={words.archivedTitle}>
          <p>{words.archivedText}</p>
          <Form method="post" action={`${at}/state`} className="mt-2">
            <Button size="small" name="intent" value="restore">
              {words.restore}
            </Button>
          </Form>
        </Notice>
      )}
      {state === 'published' && isDrafted && (
        <Notice title={words.changedTitle}>
          {words.changedText} <Link to={`${at}/publication`}>{publish.title}</Link>
        </Notice>
      )}
      {isOwn && revision > 0 && (
        <p>
          <Link to={`${at}/revisions`}>{words.revisions}</Link>
        </p>
      )}
    </>
  );
}
