import { classes } from '../classes.ts';
import { CheckIcon } from '../icons.tsx';

type Props = {
  about: string;
  theme: {
    action: string;
    returnTo: string;
    label: string;
    choices: readonly { value: string; label: string; isCurrent: boolean }[];
  };
};

export function SiteFooter({ about, theme }: Props) {
  return (
    <footer className="screen-only border-t border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-3 px-4 py-5 text-sm text-muted sm:px-6">
        <p>{about}</p>
        <form method="post" action={theme.action} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <input type="hidden" name="returnTo" value={theme.returnTo} />
          <span id="theme-label">{theme.label}</span>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row in Chrome 109 */}
          <div role="group" aria-labelledby="theme-label" className="flex">
            {theme.choices.map((choice) => (
              <button
                key={choice.value}
                type="submit"
                name="theme"
                value={choice.value}
                aria-pressed={choice.isCurrent}
                className={classes(
                  '-ml-px inline-flex min-h-[2.25rem] items-center gap-1 border border-edge px-3 first:rounded-l last:rounded-r hover:bg-sunken',
                  choice.isCurrent ? 'bg-sunken font-semibold text-ink' : 'bg-surface text-ink',
                )}
              >
                {choice.isCurrent && <CheckIcon className="h-4 w-4" />}
                {choice.label}
              </button>
            ))}
          </div>
        </form>
      </div>
    </footer>
  );
}
