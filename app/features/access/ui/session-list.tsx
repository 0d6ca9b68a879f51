import { Form, useNavigation } from '@remix-run/react';
import { formatDateTime } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { type Item, ItemList } from '#app/ui/item-list.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { AccountSession } from '../queries/account-page.server.ts';

/** Where the account is signed in, this browser first; each other place can be signed out from here. */
export function SessionList({ sessions, action }: { sessions: readonly AccountSession[]; action: string }) {
  const words = useMessages(vi, en);
  const lang = useLang();
  const item = (session: AccountSession): Item => {
    const { browser, system } = session.device;
    const device = words.device.both(words.device.browsers[browser], words.device.systems[system]);
    const since = words.account.signedInAt(formatDateTime(lang, session.createdAt));
    const note = (
      <>
        <span className="block">{words.account.lastUsed(formatDateTime(lang, session.lastSeenAt))}</span>
        <span className="block">{`${since} · ${words.account.from(session.address)}`}</span>
      </>
    );
    const aside = <Ending session={session} action={action} device={device} />;
    return { key: session.id, title: device, note, aside };
  };
  const others = sessions.filter(({ isThis }) => !isThis).length;
  return (
    <div className="space-y-4">
      <ItemList items={sessions.map(item)} />
      {others === 0 && <p className="text-muted">{words.account.onlyThis}</p>}
      {others > 1 && <EndButton action={action} session="others" label={words.account.endOthers} />}
    </div>
  );
}

function Ending({ session, action, device }: { session: AccountSession; action: string; device: string }) {
  const words = useMessages(vi, en).account;
  if (session.isThis) return <Tag kind="done">{words.thisOne}</Tag>;
  return <EndButton action={action} session={session.id} label={words.end} name={words.endOf(device)} />;
}

function EndButton({
  action,
  session,
  label,
  name,
}: {
  action: string;
  session: string;
  label: string;
  name?: string;
}) {
  const { state, formData } = useNavigation();
  const isBusy = state !== 'idle' && formData?.get('session') === session;
  return (
    <Form method="post" action={action}>
      <Button type="submit" size="small" name="session" value={session} aria-label={name} busy={isBusy}>
        {label}
      </Button>
    </Form>
  );
}
