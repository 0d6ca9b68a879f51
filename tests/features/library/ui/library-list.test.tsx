// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ItemPage } from '#app/features/library/queries/item-page.server.ts';
import type { LibraryPage } from '#app/features/library/queries/library-page.server.ts';
import { ItemView } from '#app/features/library/ui/item-view.tsx';
import { LibraryList } from '#app/features/library/ui/library-list.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const values = { q: '', kind: '', topic: '', state: '', page: 1 } as const;
const page = (change: Partial<LibraryPage> = {}): LibraryPage => ({
  ...{ topics: [{ topic: 'Pháp luật', count: 1 }], kinds: { document: 1, article: 0, picture: 0, clip: 0 } },
  ...{ total: 1, page: 1, pages: 1, isAuthor: false },
  items: [
    {
      ...{ id: 'luat', kind: 'document', title: 'Luật An ninh mạng 2025', topic: 'Pháp luật', symbol: '116/2025/QH15' },
      ...{ source: 'Quốc hội', issuedOn: '2025-12-10', asOf: '2026-11-22' },
    },
  ],
  ...change,
});

describe('the library as a list', () => {
  it('tells of each thing its number, day, source and topic', () => {
    renderAt('/library', <LibraryList page={page()} values={values} />);
    const row = screen.getByRole('link', { name: 'Luật An ninh mạng 2025' }).closest('li')!;
    expect(row).toHaveTextContent('Văn bản · ngày 10/12/2025 · 116/2025/QH15 · Quốc hội · Pháp luật');
    // No browser breaks it at a hyphen.
    expect(screen.getByText('116/2025/QH15')).toHaveClass('whitespace-nowrap');
  });

  it('leads to a topic and keeps what was searched for', () => {
    renderAt('/library', <LibraryList page={page()} values={{ ...values, q: 'luat', kind: 'document' }} />);
    const [link] = screen.getAllByRole('link', { name: 'Pháp luật 1' });
    expect(link).toHaveAttribute('href', '/library?q=luat&kind=document&topic=Ph%C3%A1p+lu%E1%BA%ADt');
  });

  it('says that it is empty, or that nothing fits', () => {
    const none = page({ items: [], topics: [], total: 0 });
    const { unmount } = renderAt('/library', <LibraryList page={none} values={values} />);
    expect(screen.getByText('Thư viện chưa có mục nào')).toBeVisible();
    expect(screen.queryByRole('searchbox')).toBeNull();
    unmount();
    renderAt('/library', <LibraryList page={none} values={{ ...values, q: 'xyz' }} />);
    expect(screen.getByText('Không có mục nào phù hợp')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveValue('xyz');
  });
});

describe('a thing of the library', () => {
  const shown = (item: Partial<ItemPage['item']> = {}, change: Partial<ItemPage> = {}): ItemPage => ({
    item: {
      ...{ id: 'x', kind: 'document', title: 'Quy định', topic: 'Pháp luật', tags: [], source: 'Bộ Quốc phòng' },
      ...{ symbol: '', link: '', issuedOn: null, asOf: '2026-11-22', unitName: 'Quân đoàn', isRetired: false, ...item },
    },
    ...{ fileHtml: '', html: '', contents: [], isFileGone: false, target: 'library:x', link: null, ...change },
  });

  it('names its source and its day, and says that an address is never fetched', () => {
    const link = 'https://noichinh.vn/tin';
    renderAt('/library/x', <ItemView page={shown({ link })} lessons={[]} />);
    expect(screen.getByText('Bộ Quốc phòng')).toBeVisible();
    expect(screen.getByText('22/11/2026')).toBeVisible();
    expect(screen.queryByText('Số, ký hiệu')).toBeNull();
    expect(screen.getByRole('link', { name: link })).toHaveAttribute('rel', 'noopener noreferrer nofollow external');
    expect(screen.getByText(/Hệ thống không tải trang này/)).toBeVisible();
    expect(screen.getByText(/Thư viện chưa giữ nội dung/)).toBeVisible();
  });

  it('shows who refers to it, and that it is retired', () => {
    const lessons = [{ id: 'l', title: 'Bài một', courseId: 'c', courseTitle: 'Khóa học' }];
    renderAt('/library/x', <ItemView page={shown({ isRetired: true }, { html: '<p>Chữ</p>' })} lessons={lessons} />);
    expect(screen.getByRole('link', { name: 'Bài một' })).toHaveAttribute('href', '/courses/c/lessons/l');
    expect(screen.getByText('Mục này đã cất')).toBeVisible();
    expect(screen.getByText('Chữ')).toBeVisible();
  });
});
