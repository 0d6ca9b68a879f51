import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { answer } from '#app/platform/http/errors.server.ts';
import { readForm } from '#app/platform/http/form.server.ts';
import { safeReturnTo } from '#app/platform/http/return-to.ts';
import { isLang } from '#app/platform/i18n/language.ts';

const year = 365 * 24 * 3600;

/** Language and theme of this browser, chosen by plain forms around every page. What is not understood changes nothing. */
export const action = answer(async ({ request }: ActionFunctionArgs) => {
  const form = await readForm(request);
  const lang = form.get('lang');
  const theme = form.get('theme');
  const headers = new Headers();
  if (isLang(lang)) headers.append('Set-Cookie', cookie('lang', lang));
  if (theme === 'light' || theme === 'dark') headers.append('Set-Cookie', cookie('theme', theme));
  if (theme === 'auto') headers.append('Set-Cookie', cookie('theme', '', 0));
  return redirect(safeReturnTo(form.get('returnTo')), { status: 303, headers });
});

/** Nothing is shown here: a reload of the form's address leads home. */
export function loader() {
  return redirect('/');
}

function cookie(name: string, value: string, maxAge = year): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; SameSite=Lax`;
}
