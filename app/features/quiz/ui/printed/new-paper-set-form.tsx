import { Form, useNavigation } from '@remix-run/react';
import { formatNumber } from '#app/platform/i18n/format.ts';
import { useLang, useMessages } from '#app/platform/i18n/use-messages.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { NotEnoughQuestions } from '../../core/draw-paper.ts';
import { MOST_VARIANTS } from '../../core/printed/variants.ts';
import { en } from '../../messages/printed-en.ts';
import { vi } from '../../messages/printed-vi.ts';
import type { NewPaperSetPage, PaperSetPreview } from '../../queries/printed/paper-sets-page.server.ts';
import { OverlapWords, PaperLimits, SectionWords } from './paper-limits.tsx';

export interface NewPaperSetAnswer {
  readonly problems?: Record<string, string[]>;
  readonly typed: Record<string, string>;
  readonly preview?: PaperSetPreview | NotEnoughQuestions;
  readonly notEnough?: NotEnoughQuestions;
}

type Props = { page: NewPaperSetPage; formId: string; answer: NewPaperSetAnswer | undefined };

/** First the quiz; then who sits, when, and how many variants. Its numbers can be looked at before it is made. */
export function NewPaperSet({ page, formId, answer }: Props) {
  const words = useMessages(vi, en).form;
  const { quizzes, quiz } = page;
  if (quizzes.length === 0) return <EmptyState title={words.noQuiz} />;
  if (quiz) return <SetForm page={page} quiz={quiz} formId={formId} answer={answer} />;
  return (
    <Form method="get" className="space-y-6">
      <Field id="quiz" label={words.quiz} hint={words.quizHint}>
        <Select
          name="quiz"
          emptyLabel={words.choose}
          options={quizzes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Field>
      <Button type="submit" look="primary">
        {words.next}
      </Button>
    </Form>
  );
}

function SetForm({ page, quiz, formId, answer }: Props & { quiz: NonNullable<NewPaperSetPage['quiz']> }) {
  const words = useMessages(vi, en).form;
  const lang = useLang();
  const navigation = useNavigation();
  const doing = navigation.formData?.get('intent');
  const typed = answer?.typed ?? {};
  const was = (name: string, fallback: string) => typed[name] ?? fallback;
  const say = (field: string) => {
    const [code] = answer?.problems?.[field] ?? [];
    return code === undefined ? undefined : (words.codes[code] ?? words.codes.malformed);
  };
  const errors = Object.keys(answer?.problems ?? {}).map((id) => ({ id, message: say(id) ?? '' }));
  const ticked = (name: string) => (answer ? typed[name] === 'yes' : true);
  const sessions = page.sessions.map(({ id, title, seats }) => ({
    value: `session:${id}`,
    label: words.session(title, formatNumber(lang, seats)),
  }));
  const units = page.units.map(({ id, name }) => ({ value: `unit:${id}`, label: name }));
  const chosen = page.sessionId ? `session:${page.sessionId}` : (sessions[0]?.value ?? units[0]?.value ?? '');
  return (
    <Form method="post" noValidate className="space-y-6">
      <ErrorSummary title={words.problems} errors={errors} />
      {answer?.notEnough && <NotEnough problem={answer.notEnough} />}
      <input type="hidden" name="id" value={formId} />
      <input type="hidden" name="quizId" value={quiz.id} />
      <p>
        <span className="font-semibold">{words.quiz}:</span> {quiz.title}
      </p>
      <Field id="title" label={words.name} hint={words.nameHint} error={say('title')}>
        <TextInput name="title" defaultValue={was('title', quiz.title)} />
      </Field>
      <Field id="who" label={words.who} hint={words.whoHint} error={say('who')}>
        <Select name="who" defaultValue={was('who', chosen)} options={[...sessions, ...units]} />
      </Field>
      <div className="flex flex-wrap gap-6">
        <Field id="heldOn" label={words.held} error={say('heldOn')}>
          <TextInput name="heldOn" type="date" width="short" defaultValue={was('heldOn', page.tomorrow)} />
        </Field>
        <Field id="startsAt" label={words.starts} error={say('startsAt')}>
          <TextInput name="startsAt" type="time" width="short" defaultValue={was('startsAt', '07:30')} />
        </Field>
        <Field id="minutes" label={words.minutes} error={say('minutes')}>
          <TextInput
            name="minutes"
            inputMode="numeric"
            width="number"
            defaultValue={was('minutes', String(quiz.minutes))}
          />
        </Field>
      </div>
      <Field id="variants" label={words.variants} hint={words.variantsHint} error={say('variants')}>
        <TextInput
          name="variants"
          type="number"
          min={1}
          max={MOST_VARIANTS}
          width="number"
          defaultValue={was('variants', '4')}
        />
      </Field>
      <ChoiceGroup
        type="radio"
        name="drawing"
        label={words.drawing}
        defaultValue={was('drawing', 'one')}
        options={[
          { value: 'one', label: words.one, hint: words.oneHint },
          { value: 'each', label: words.each, hint: words.eachHint },
        ]}
      />
      <fieldset>
        <legend className="font-semibold">{words.shuffle}</legend>
        <div className="mt-1.5 space-y-2">
          {(['shuffleQuestions', 'shuffleOptions'] as const).map((name) => (
            <label key={name} className="choice-row">
              <input type="checkbox" name={name} value="yes" defaultChecked={ticked(name)} />
              <span>{words[name]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {answer?.preview && <Preview preview={answer.preview} />}
      <ButtonRow>
        <Button type="submit" name="intent" value="create" look="primary" busy={doing === 'create'}>
          {words.submit}
        </Button>
        <Button type="submit" name="intent" value="preview" busy={doing === 'preview'}>
          {words.preview}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function NotEnough({ problem }: { problem: NotEnoughQuestions }) {
  const words = useMessages(vi, en).form;
  const { slot, wanted, found } = problem;
  return <Notice kind="error" live title={words.notEnough(String(slot), String(wanted), String(found))} />;
}

function Preview({ preview }: { preview: PaperSetPreview | NotEnoughQuestions }) {
  const words = useMessages(vi, en).form;
  if ('problem' in preview) return <NotEnough problem={preview} />;
  return (
    <Notice kind="info" live title={words.previewTitle}>
      <div className="space-y-3">
        <p>
          <SectionWords questions={preview.questions} sections={preview.sections} />
        </p>
        <p>
          <OverlapWords overlap={preview.overlap} />
        </p>
        <PaperLimits limits={preview.limits} />
      </div>
    </Notice>
  );
}
