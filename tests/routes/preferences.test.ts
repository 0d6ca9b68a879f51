import { expect, it } from 'vitest';
import { action } from '#app/routes/preferences.ts';

async function post(fields: Record<string, string>) {
  const request = new Request('http://localhost/preferences', { method: 'POST', body: new URLSearchParams(fields) });
  return action({ request, params: {}, context: {} } as never);
}

it('keeps language and theme for a year, for this site alone', async () => {
  const answer = await post({ lang: 'en', theme: 'dark', returnTo: '/lessons/3?x=1#top' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/lessons/3?x=1#top');
  expect(answer.headers.getSetCookie()).toEqual([
    'lang=en; Path=/; Max-Age=31536000; SameSite=Lax',
    'theme=dark; Path=/; Max-Age=31536000; SameSite=Lax',
  ]);
});

it('forgets the theme when it shall follow the device', async () => {
  const answer = await post({ theme: 'auto' });
  expect(answer.headers.getSetCookie()).toEqual(['theme=; Path=/; Max-Age=0; SameSite=Lax']);
});

it('changes nothing for values that it does not know', async () => {
  expect((await post({ lang: 'fr; Domain=evil', theme: 'blue' })).headers.getSetCookie()).toEqual([]);
});

it('answers 400 to what is no form', async () => {
  const headers = { 'Content-Type': 'application/json' };
  const request = new Request('http://localhost/preferences', { method: 'POST', headers, body: '{}' });
  await expect(action({ request, params: {}, context: {} } as never)).rejects.toMatchObject({ init: { status: 400 } });
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', ''])(
  'leads home rather than to %j',
  async (returnTo) => {
    expect((await post({ returnTo })).headers.get('Location')).toBe('/');
  },
);
