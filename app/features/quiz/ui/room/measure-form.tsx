import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, type ButtonLook } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { RoomRefusal } from '../../core/room/measure.ts';
import { boardEn } from '../../messages/board-en.ts';
import { boardVi } from '../../messages/board-vi.ts';

/** What came back of a form that did nothing: what is to be mended, or why it cannot be done. */
export interface MeasureAnswer {
  form: string;
  problems?: Record<string, string[]>;
  typed?: Record<string, string>;
  refused?: RoomRefusal;
}

type Props = {
  /** Which action; also the form's id. */
  kind: string;
  /** Left out where what stands around says it. */
  title?: string;
  lead?: string;
  button: string;
  look?: ButtonLook;
  /** Makes this sending one action, however often the button is pressed. */
  pageKey: string;
  answer: MeasureAnswer | undefined;
  /** The reason as it is proposed. */
  reason?: string;
  /** More hidden fields. */
  hidden?: Record<string, string>;
  /** Fields beside the reason. */
  children?: (tell: { problem: (field: string) => string | undefined; typed: (field: string) => string }) => ReactNode;
};

/** One action on a room or a person: what it does, its reason, its button. A plain form. */
export function MeasureForm({ kind, title, lead, button, look, pageKey, answer, reason, hidden, children }: Props) {
  const words = useMessages(boardVi, boardEn);
  const navigation = useNavigation();
  const own = answer?.form === kind ? answer : undefined;
  const problem = (field: string) => {
    const code = own?.problems?.[field]?.[0];
    if (!code) return undefined;
    return code in words.problems ? words.problems[code as keyof typeof words.problems] : words.problems.other;
  };
  const typed = (field: string) => own?.typed?.[field] ?? '';
  const isBusy = navigation.state !== 'idle' && navigation.formData?.get('form') === kind;
  const form = (
    // Once it has done something the form is empty again: its next sending is another action.
    <Form key={own ? undefined : pageKey} method="post" action={`#${kind}`} className="space-y-4" preventScrollReset>
      {own?.refused && (
        <Notice kind="error" title={words.refusedTitle} live>
          {words.refusals[own.refused]}
        </Notice>
      )}
      <input type="hidden" name="form" value={kind} />
      <input type="hidden" name="key" value={`${pageKey}-${kind}`} />
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.({ problem, typed })}
      <Field
        id={`${kind}-reason`}
        label={words.measures.reason}
        hint={words.measures.reasonHint}
        error={problem('reason')}
      >
        <TextInput
          name="reason"
          maxLength={300}
          autoComplete="off"
          defaultValue={own?.typed ? typed('reason') : (reason ?? '')}
        />
      </Field>
      <Button type="submit" look={look} busy={isBusy}>
        {button}
      </Button>
    </Form>
  );
  if (title) {
    return (
      <Section title={title} lead={lead} id={kind}>
        {form}
      </Section>
    );
  }
  return (
    <div id={kind} className="space-y-4">
      {lead && <p className="max-w-reading">{lead}</p>}
      {form}
    </div>
  );
}
