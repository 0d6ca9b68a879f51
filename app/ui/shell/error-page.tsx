import { Link, useLocation } from '@remix-run/react';
import { ButtonRow, buttonClass } from '../button.tsx';
import { Page } from '../page.tsx';

type Props = {
  title: string;
  text: string;
  /** What the log knows this failure by. */
  code?: { line: string; hint: string } | null;
  home: string;
  retry?: string;
};

/** A page for what could not be shown: what happened, what is safe, what to do now. */
export function ErrorPage({ title, text, code, home, retry }: Props) {
  const { pathname, search } = useLocation();
  return (
    <Page title={title} width="form">
      <p className="text-lg">{text}</p>
      {code && (
        <p className="border-l-4 border-edge pl-4">
          <strong className="tabular block font-semibold">{code.line}</strong>
          <span className="text-sm text-muted">{code.hint}</span>
        </p>
      )}
      <ButtonRow className="screen-only">
        {retry && (
          <a href={pathname + search} className={buttonClass({ look: 'primary' })}>
            {retry}
          </a>
        )}
        <Link to="/" reloadDocument className={buttonClass({ look: retry ? 'secondary' : 'primary' })}>
          {home}
        </Link>
      </ButtonRow>
    </Page>
  );
}
