// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LessonPage } from '#app/features/courses/queries/lesson-page.server.ts';
import { LessonReader } from '#app/features/courses/ui/lesson-reader.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const page: LessonPage = {
  course: { id: 'c', title: 'Khóa học', revision: 1, newest: 1, lessons: { read: 0, total: 3 } },
  module: { title: 'Chuyên đề', number: 1 },
  lesson: { id: 'l2', title: 'Bài hai', minutes: 6, asOf: '2026-11-22', sources: ['Nghị quyết số 35-NQ/TW'] },
  html: '<p>Mở đầu.</p><h2 id="muc-mot">Một</h2><p>Nội dung.</p><h2 id="muc-hai">Hai</h2>',
  contents: [
    { id: 'muc-mot', title: 'Một' },
    { id: 'muc-hai', title: 'Hai' },
  ],
  readAt: null,
  readableFrom: null,
  place: null,
  number: 2,
  previous: { id: 'l1', title: 'Bài một' },
  next: { id: 'l3', title: 'Bài ba' },
  isPreview: false,
  isFirstStep: false,
  hasChecks: false,
};

const show = (change: Partial<LessonPage> = {}) => renderAt('/', <LessonReader page={{ ...page, ...change }} />);

describe('a lesson', () => {
  it('shows its text, its headings, its sources and the day they hold for', () => {
    show();
    expect(screen.getByRole('article')).toHaveTextContent('Mở đầu.');
    expect(screen.getByRole('article')).toHaveAttribute('lang', 'vi');
    const contents = screen.getAllByRole('navigation', { name: 'Trong bài này' })[0]!;
    expect(within(contents).getByRole('link', { name: 'Hai' })).toHaveAttribute('href', '#muc-hai');
    expect(screen.getByText('Nghị quyết số 35-NQ/TW')).toBeVisible();
    expect(screen.getByText('Dữ kiện đúng đến ngày 22/11/2026.')).toBeVisible();
  });

  it('leads to its neighbours', () => {
    show();
    const nav = screen.getByRole('navigation', { name: 'Bài trước và bài sau' });
    expect(within(nav).getByRole('link', { name: /Bài một/ })).toHaveAttribute('href', '/courses/c/lessons/l1');
    expect(within(nav).getByRole('link', { name: /Bài ba/ })).toHaveAttribute('href', '/courses/c/lessons/l3');
  });

  it('is marked by a plain form that works without a script', () => {
    const { container } = show();
    const form = container.querySelector('form')!;
    expect(form).toHaveAttribute('method', 'post');
    expect(form).toHaveAttribute('action', '/lessons/l2/reading');
    expect(form.querySelector('input[name=intent]')).toHaveValue('read');
    expect(screen.getByRole('button', { name: 'Đã đọc, sang bài tiếp theo' })).toHaveAttribute('value', 'l3');
    expect(screen.getByRole('button', { name: 'Đã đọc' })).toHaveAttribute('value', '');
  });

  it('says that it was read and leads on; the last one leads to the course', () => {
    show({ readAt: new Date('2026-11-20T03:00:00Z') });
    expect(screen.getByText('Đã đọc ngày 20/11/2026')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Bài tiếp theo' })).toHaveAttribute('href', '/courses/c/lessons/l3');
  });

  it('leads from the last lesson to the course', () => {
    show({ readAt: new Date('2026-11-20T03:00:00Z'), next: null });
    expect(screen.getByRole('link', { name: 'Về khóa học' })).toHaveAttribute('href', '/courses/c');
  });
});

describe('the remembered place', () => {
  const sent: { url: string; body: Blob }[] = [];
  const scrollTo = vi.fn();
  // A text of 1000 px that begins 100 px below the top of the page, in a window of 400 px.
  const lookAt = (scrollY: number) => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({
      ...{ top: 100 - scrollY, bottom: 1100 - scrollY, height: 1000 },
    } as DOMRect);
    Object.assign(window, { innerHeight: 400, scrollY });
    fireEvent.scroll(window);
  };
  const leave = () => fireEvent(window, new Event('pagehide'));
  const placesSent = async () => Promise.all(sent.map(async ({ body }) => JSON.parse(await textOf(body)).scroll));

  beforeEach(() => {
    sent.length = 0;
    scrollTo.mockReset();
    vi.stubGlobal('scrollTo', scrollTo);
    Object.assign(navigator, { sendBeacon: (url: string, body: Blob) => sent.push({ url, body }) > 0 });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is sent when the page is left, and not again for the same place', async () => {
    show();
    leave();
    expect(sent).toEqual([]);
    lookAt(400);
    leave();
    leave();
    expect(await placesSent()).toEqual([0.3]);
    expect(sent[0]!.url).toBe('/lessons/l2/reading');
  });

  it('is sent where the reader rests, not while scrolling, and is 1 at the end of the text', async () => {
    vi.useFakeTimers();
    show();
    for (const scrollY of [200, 300, 500]) {
      lookAt(scrollY);
      vi.advanceTimersByTime(2_000);
    }
    expect(sent).toHaveLength(0);
    vi.advanceTimersByTime(1_000);
    lookAt(700);
    vi.advanceTimersByTime(3_000);
    vi.useRealTimers();
    expect(await placesSent()).toEqual([0.4, 1]);
  });

  it('is not lost by going back to the top to leave the page', async () => {
    vi.useFakeTimers();
    show();
    lookAt(500);
    vi.advanceTimersByTime(3_000);
    lookAt(0);
    vi.advanceTimersByTime(3_000);
    leave();
    vi.useRealTimers();
    expect(await placesSent()).toEqual([0.4]);
  });

  it('is not sent for a lesson that was read', () => {
    show({ readAt: new Date() });
    lookAt(400);
    leave();
    expect(sent).toEqual([]);
  });

  it('is offered on return, kept while only the beginning is seen, and jumped to', async () => {
    show({ place: 0.6 });
    expect(screen.getByText('Lần trước đồng chí đọc đến khoảng 60% của bài')).toBeVisible();
    lookAt(300);
    leave();
    expect(sent).toEqual([]);
    lookAt(0);
    fireEvent.click(screen.getByRole('button', { name: 'Đọc tiếp từ chỗ đang dở' }));
    expect(scrollTo).toHaveBeenCalledWith({ top: 700 });
    expect(screen.queryByText(/Lần trước/)).toBeNull();
    lookAt(300);
    leave();
    expect(await placesSent()).toEqual([0.2]);
  });
});

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
}
