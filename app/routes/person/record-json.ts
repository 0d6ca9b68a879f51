import type { LoaderFunctionArgs } from '@remix-run/node';
import { recordPersonExport } from '#app/features/org/commands/people/record-person-export.server.ts';
import { managedPerson } from '#app/features/org/queries/people/person-record.server.ts';
import { now } from '#app/platform/clock.server.ts';
import { answer } from '#app/platform/http/errors.server.ts';
import { idParam } from '#app/platform/http/id-param.server.ts';
import { requireActor } from '../gate.server.ts';
import { recordParts } from './record-parts.server.ts';

/** A person's data as one file that other programs read: a list of rows by the name of each part. */
export const loader = answer(async ({ request, params }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  const personId = idParam(params.personId);
  const { person } = await managedPerson(actor, personId);
  await recordPersonExport(actor, personId, 'json');
  const parts = await recordParts(actor, personId);
  const record = { madeAt: now().toISOString(), ...Object.fromEntries(parts.map(({ part, rows }) => [part, rows])) };
  const name = `person-${person.number.replace(/[^A-Za-z0-9_-]/g, '-')}.json`;
  return new Response(JSON.stringify(record, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
