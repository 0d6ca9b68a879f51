import { Form, Link, useLocation } from '@remix-run/react';
import { addDays } from '#app/kernel/vietnam-time.ts';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/presence-en.ts';
import { vi } from '../../messages/presence-vi.ts';

/** From day to day: the one before, the one after, or any that is typed. Keeps the view that is looked at. */
export function DayBar({ day, today, view }: { day: string; today: string; view: string | null }) {
  const words = useMessages(vi, en);
  const { pathname } = useLocation();
  const to = (other: string) => `${pathname}?${new URLSearchParams({ ...(view ? { view } : {}), day: other })}`;
  return (
    <div className="screen-only flex flex-wrap items-end gap-x-5 gap-y-3">
      <Form method="get" key={day} className="flex flex-wrap items-end gap-3">
        {view && <input type="hidden" name="view" value={view} />}
        <Field label={words.day}>
          <TextInput type="date" name="day" width="short" defaultValue={day} max={today} />
        </Field>
        <Button type="submit">{words.show}</Button>
      </Form>
      <p className="flex flex-wrap gap-x-5 py-2">
        <Link to={to(addDays(day, -1))}>{words.before}</Link>
        {day < today && <Link to={to(addDays(day, 1))}>{words.after}</Link>}
        {day < today && <Link to={to(today)}>{words.today}</Link>}
      </p>
    </div>
  );
}
