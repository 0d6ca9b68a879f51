// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ItemConflictNotice } from '#app/features/library/ui/author/item-conflict-notice.tsx';
import { ItemForm } from '#app/features/library/ui/author/item-form.tsx';
import { renderAt } from '#tests/ui/in-router.tsx';

const base = {
  id: 'x',
  base: 3,
  topics: ['Pháp luật'],
  today: '2026-11-23',
  submitLabel: 'Lưu',
  cancelTo: '/author/library',
};

describe('the form of a thing of the library', () => {
  it('keeps what was typed and says what is wrong beside each field and on top', () => {
    const problems = [
      { field: 'source', code: 'missing' },
      { field: 'mediaId', code: 'too-large', largest: 10 * 1024 * 1024 },
      { field: 'asOf', code: 'before-issue' },
      { field: 'link', code: 'never-heard-of' },
    ];
    renderAt('/', <ItemForm {...base} values={{ title: 'Đã gõ', body: 'Dài' }} problems={problems} />);
    expect(screen.getByLabelText('Tên')).toHaveValue('Đã gõ');
    expect(screen.getByLabelText('Nội dung')).toHaveValue('Dài');
    expect(screen.getByText('Có 4 chỗ cần sửa')).toBeVisible();
    expect(screen.getByLabelText('Nguồn')).toHaveAccessibleDescription(/Ghi nguồn: ai ban hành/);
    expect(screen.getByLabelText('Tệp')).toHaveAccessibleDescription(/loại này nhận đến 10 MB/);
    expect(screen.getAllByText('Chỗ này chưa đúng.')).toHaveLength(2);
    // On top in the order in which the form is read, not in that of the checks.
    const summary = within(screen.getByRole('alert')).getAllByRole('link');
    expect(summary.map((link) => link.getAttribute('href'))).toEqual(['#source', '#asOf', '#link', '#mediaId']);
  });

  it('keeps a file that came with a refused form, and lets it be taken off', () => {
    const mediaId = 'a'.repeat(64);
    const { container } = renderAt('/', <ItemForm {...base} values={{ mediaId, fileName: 'Quy định.pdf' }} />);
    expect(screen.getByText(/Đang giữ tệp: Quy định.pdf/)).toBeVisible();
    expect(container.querySelector('input[name=mediaId]')).toHaveValue(mediaId);
    expect(container.querySelector('input[name=base]')).toHaveValue('3');
    expect(screen.getByRole('checkbox', { name: 'Bỏ tệp này khỏi mục' })).not.toBeChecked();
  });

  it('asks for a unit only where there are several', () => {
    const units = [
      { id: 'a', name: 'Quân đoàn' },
      { id: 'b', name: 'Sư đoàn' },
    ];
    const { unmount } = renderAt('/', <ItemForm {...base} values={{}} units={units} />);
    expect(screen.getByLabelText('Đơn vị đưa vào')).toHaveValue('a');
    unmount();
    const { container } = renderAt('/', <ItemForm {...base} values={{}} units={units.slice(0, 1)} />);
    expect(screen.queryByLabelText('Đơn vị đưa vào')).toBeNull();
    expect(container.querySelector('input[name=unitId]')).toHaveValue('a');
  });
});

describe('two authors of one thing', () => {
  it('are told who was faster, and what stands there where they differ', () => {
    const theirs = {
      ...({ kind: 'document', title: 'Tên của họ', body: '', topic: 'Pháp luật', tags: [], source: 'Nguồn' } as const),
      ...{ symbol: '', link: '', issuedOn: null, asOf: '2026-11-20', mediaId: null, mediaAlt: '' },
    };
    const at = new Date('2026-11-23T02:00:00Z');
    renderAt(
      '/',
      <ItemConflictNotice
        conflict={{
          kind: 'conflict',
          by: 'Bùi Giang',
          at,
          revision: 4,
          theirs,
          differences: ['title', 'asOf', 'tags'],
        }}
      />,
    );
    expect(screen.getByText(/Bùi Giang đã lưu lúc 09:00 ngày 23\/11\/2026/)).toBeVisible();
    expect(screen.getByText('Tên của họ')).toBeVisible();
    expect(screen.getByText('20/11/2026')).toBeVisible();
    expect(screen.getByText('(trống)')).toBeVisible();
  });
});
