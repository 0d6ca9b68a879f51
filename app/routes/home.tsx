import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { en } from '#app/features/courses/messages/en.ts';
import { vi } from '#app/features/courses/messages/vi.ts';
import { learnerHome } from '#app/features/courses/queries/learner-home.server.ts';
import { LearnerWork } from '#app/features/courses/ui/learner-work.tsx';
import { answer } from '#app/platform/http/errors.server.ts';
import { pageMeta } from '#app/platform/i18n/page-meta.ts';
import { messagesFor, useMessages } from '#app/platform/i18n/use-messages.ts';
import type { ShellData, ShellHandle } from '#app/root.tsx';
import { Page, Section } from '#app/ui/page.tsx';
import { requireActor } from './gate.server.ts';

export const handle: ShellHandle = { area: 'learner' };
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (lang) => messagesFor(lang, vi, en).home.title);

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const actor = await requireActor(request);
  return {
    person: [actor.rank, actor.fullName].filter(Boolean).join(' '),
    home: await learnerHome(actor),
  };
});

export default function Home() {
  const words = useMessages(vi, en).home;
  const { person, home } = useLoaderData<typeof loader>();
  return (
    <Page title={words.title} lead={words.lead(person)} width="reading">
      <LearnerWork home={home} />
      <OtherAreas />
    </Page>
  );
}

/** For leaders and authors: their own areas, below what they have to study themselves. */
function OtherAreas() {
  const words = useMessages(vi, en).home;
  const areas = useRouteLoaderData<ShellData>('root')?.areas;
  if (!areas?.leader && !areas?.author) return null;
  return (
    <Section title={words.areas} className="screen-only">
      <ul className="space-y-2">
        {areas.leader && (
          <li>
            <Link to="/unit">{words.toUnit}</Link>
          </li>
        )}
        {areas.author && (
          <li>
            <Link to="/author">{words.toAuthor}</Link>
          </li>
        )}
      </ul>
    </Section>
  );
}
