import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { managedAssignment } from '#app/features/courses/queries/managed-assignment.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';

/** An assignment whose terms are to be changed; one that is withdrawn has none any more. */
export async function loadTerms({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const assignment = await managedAssignment(actor, idParam(params.assignmentId));
  if (assignment.withdrawnAt) throw redirect(`/author/assignments/${assignment.id}`);
  return { assignment };
}
