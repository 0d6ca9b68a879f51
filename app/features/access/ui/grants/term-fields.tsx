import { useMessages } from '#app/platform/i18n/use-messages.ts';
import { Field } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { en } from '../../messages/grants-en.ts';
import { vi } from '../../messages/grants-vi.ts';

export type GrantProblem = keyof (typeof vi)['problems'];
/** What was refused, at which field; without a field it is about the whole form. */
export interface RefusedGrant {
  intent: 'grant' | 'end' | 'renew' | 'delegate';
  field: string | null;
  problem: GrantProblem;
  typed: Record<string, string>;
}

/** From and until; who stands in has to have an end. */
export function TermFields({ refused, mustEnd = false }: { refused?: RefusedGrant; mustEnd?: boolean }) {
  const words = useMessages(vi, en);
  const problemAt = (field: string) => (refused?.field === field ? words.problems[refused.problem] : undefined);
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-4">
      <Field id="fromDay" label={words.grant.from} hint={words.grant.fromHint} error={problemAt('fromDay')}>
        <TextInput type="date" name="fromDay" width="short" defaultValue={refused?.typed.fromDay} />
      </Field>
      <Field
        id="untilDay"
        label={words.grant.until}
        hint={mustEnd ? words.delegate.untilHint : words.grant.untilHint}
        error={problemAt('untilDay')}
      >
        <TextInput
          type="date"
          name="untilDay"
          width="short"
          required={mustEnd}
          defaultValue={refused?.typed.untilDay}
        />
      </Field>
    </div>
  );
}

/** The refusal of a form as its summary wants it. */
export function useRefusal(refused: RefusedGrant | undefined, intent: RefusedGrant['intent'], fallbackId: string) {
  const words = useMessages(vi, en);
  if (!refused || refused.intent !== intent) return null;
  return {
    title: words.problemsTitle,
    errors: [{ id: refused.field ?? fallbackId, message: words.problems[refused.problem] }],
  };
}
