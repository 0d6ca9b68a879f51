import { Link } from '@remix-run/react';
import { buttonClass } from '../button.tsx';
import { classes } from '../classes.ts';
import { BookIcon, MenuIcon, PersonIcon } from '../icons.tsx';

export type NavItem = { to: string; label: string; isCurrent: boolean };

type Props = {
  product: string;
  nav: readonly NavItem[];
  /** Who is signed in, with the way to the account; null offers the sign-in; undefined where it is not known. */
  person: { name: string; to: string } | null | undefined;
  signIn: { to: string; label: string };
  signOut: { action: string; label: string };
  language: { action: string; value: string; label: string; returnTo: string };
  words: { nav: string; menu: string };
  /** Only the product's name: for pages where nothing may draw the eye away. */
  isQuiet?: boolean;
  /** Closes the phone's menu when another page is reached. */
  pageKey: string;
};

export function SiteHeader({ product, isQuiet, ...rest }: Props) {
  return (
    <header className="screen-only relative border-b border-line bg-surface">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 px-4 sm:px-6 md:gap-x-4 lg:gap-x-8">
        {isQuiet ? (
          <p className="flex min-h-[3rem] items-center gap-2 font-semibold text-accent">
            <BookIcon className="h-6 w-6" />
            {product}
          </p>
        ) : (
          <>
            <Link to="/" className="flex min-h-[3.5rem] items-center gap-2 text-lg font-semibold no-underline">
              <BookIcon className="h-6 w-6" />
              {product}
            </Link>
            <Menus {...rest} />
          </>
        )}
      </div>
    </header>
  );
}

function Menus(props: Omit<Props, 'product' | 'isQuiet'>) {
  const { nav, words, pageKey } = props;
  return (
    <>
      <div className="hidden min-w-0 flex-1 items-center justify-between gap-2 md:flex">
        <nav aria-label={words.nav}>
          <ul className="flex gap-1">
            {nav.map((item) => (
              <li key={item.to}>
                <NavAnchor
                  item={item}
                  className="flex min-h-[3.5rem] items-center border-b-[3px] border-t-[3px] border-t-transparent px-2.5 lg:px-4"
                />
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 items-center gap-1">
          <LanguageForm {...props.language} />
          <Account {...props} />
        </div>
      </div>
      {nav.length === 0 ? (
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1 md:hidden">
          <LanguageForm {...props.language} />
          <Account {...props} isBare />
        </div>
      ) : (
        <details key={pageKey} className="ml-auto md:hidden">
          <summary
            className={buttonClass(
              { look: 'secondary', size: 'small' },
              'list-none [&::-webkit-details-marker]:hidden',
            )}
          >
            <MenuIcon />
            {words.menu}
          </summary>
          <div className="absolute inset-x-0 top-full z-20 mt-px border-b-2 border-accent bg-surface px-4 py-3">
            <nav aria-label={words.nav}>
              <ul>
                {nav.map((item) => (
                  <li key={item.to}>
                    <NavAnchor item={item} className="flex min-h-[3rem] items-center border-l-4 px-3" />
                  </li>
                ))}
              </ul>
            </nav>
            <div className="mt-2 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
              <Account {...props} />
              <LanguageForm {...props.language} />
            </div>
          </div>
        </details>
      )}
    </>
  );
}

function NavAnchor({ item, className }: { item: NavItem; className: string }) {
  return (
    <Link
      to={item.to}
      aria-current={item.isCurrent ? 'page' : undefined}
      className={classes(
        className,
        'whitespace-nowrap no-underline hover:bg-sunken',
        item.isCurrent ? 'border-accent font-semibold text-accent' : 'border-transparent text-ink',
      )}
    >
      {item.label}
    </Link>
  );
}

/** `isBare`: without the name, so that the header of somebody with nowhere to go stays one row on a phone. */
function Account({ person, signIn, signOut, isBare }: Omit<Props, 'product' | 'isQuiet'> & { isBare?: boolean }) {
  if (person === undefined) return null;
  if (person === null) {
    return (
      <Link to={signIn.to} className={buttonClass({ look: 'quiet', size: 'small' })}>
        {signIn.label}
      </Link>
    );
  }
  return (
    <>
      {!isBare && (
        <Link to={person.to} className={buttonClass({ look: 'quiet', size: 'small' }, 'min-w-0 leading-tight')}>
          <PersonIcon className="h-5 w-5 md:hidden lg:block" />
          <span className="min-w-0 text-left">{person.name}</span>
        </Link>
      )}
      <form method="post" action={signOut.action}>
        <button type="submit" className={buttonClass({ look: 'secondary', size: 'small' }, 'whitespace-nowrap')}>
          {signOut.label}
        </button>
      </form>
    </>
  );
}

function LanguageForm({ action, value, label, returnTo }: Props['language']) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        name="lang"
        value={value}
        lang={value}
        className={buttonClass({ look: 'quiet', size: 'small' })}
      >
        {label}
      </button>
    </form>
  );
}
