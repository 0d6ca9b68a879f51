import { Link } from '@remix-run/react';
import { formatDate } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { isOwing } from '../../core/status.ts';
import { en } from '../../messages/extensions-en.ts';
import { vi } from '../../messages/extensions-vi.ts';
import type { PersonAssignment } from '../../queries/person-progress.server.ts';

type Props = { personId: string; assignment: PersonAssignment; mayExtend: boolean };

/** The own due date that stands, why and by whom, with the way to where it is given and ended. */
export function ExtensionPanel({ personId, assignment, mayExtend }: Props) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const { assignmentId, extension, status, unitId } = assignment;
  if (!isOwing(status)) return null;
  const to = `/units/${unitId}/extensions?${new URLSearchParams({ assignment: assignmentId, person: personId })}`;
  return (
    <>
      {extension && (
        <div className="border-l-4 border-edge bg-sunken px-4 py-3">
          <p className="font-semibold">{words.own(formatDate(lang, extension.dueAt))}</p>
          <p className="text-sm text-muted">
            {extension.reason === null
              ? words.renewal
              : [words.of(extension.reason), extension.by && words.by(extension.by)].filter(Boolean).join('. ')}
          </p>
        </div>
      )}
      {mayExtend && (assignment.commonDueAt || extension) && (
        <p className="screen-only">
          <Link to={to}>{extension?.reason ? words.change : words.summary}</Link>
        </p>
      )}
    </>
  );
}
