// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { MediaAnswer } from '#app/features/media/core/media-answer.ts';
import { MediaInsert } from '#app/features/media/ui/media-insert.tsx';

// jsdom draws no dialogs.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false;
};

function Question() {
  const [stem, setStem] = useState('Nhìn  và trả lời');
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <textarea id="stem" aria-label="Câu hỏi" value={stem} onChange={(event) => setStem(event.target.value)} />
      <MediaInsert fieldId="stem" value={stem} onChange={setStem} />
    </form>
  );
}

function show(answer: MediaAnswer) {
  const action = vi.fn(async () => answer);
  const Stub = createRemixStub([
    { path: '/', Component: Question },
    { path: '/media', action },
  ]);
  render(<Stub />);
  return action;
}

const png = new File([new Uint8Array([137, 80])], 'sơ đồ.png', { type: 'image/png' });

async function openDialog() {
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Câu hỏi');
  field.setSelectionRange(5, 5);
  await userEvent.click(await screen.findByRole('button', { name: 'Chèn ảnh/âm thanh' }));
  return { field, dialog: within(await screen.findByRole('dialog', { hidden: true })) };
}

it('puts the picture where the cursor stood, without sending the question', async () => {
  const action = show({ kind: 'added', id: 'x', text: '![Sơ đồ](media:x)' });
  const { field, dialog } = await openDialog();
  await userEvent.upload(dialog.getByLabelText('Tệp'), png);
  await userEvent.type(dialog.getByLabelText('Lời tả'), 'Sơ đồ{Enter}');
  await waitFor(() => expect(field).toHaveValue('Nhìn ![Sơ đồ](media:x) và trả lời'));
  expect(action).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
});

it('asks for the words of the picture before it is sent', async () => {
  const action = show({ kind: 'added', id: 'x', text: '' });
  const { dialog } = await openDialog();
  await userEvent.upload(dialog.getByLabelText('Tệp'), png);
  await userEvent.click(dialog.getByRole('button', { name: 'Tải lên và chèn', hidden: true }));
  expect(dialog.getByText('Ghi lời tả: người không nhìn thấy ảnh cần nó.')).toBeInTheDocument();
  expect(action).not.toHaveBeenCalled();
});

it('says why a file is refused, and keeps the text as it is', async () => {
  show({ kind: 'refused', field: 'file', problem: 'too-large', largest: 5 * 1024 * 1024 });
  const { field, dialog } = await openDialog();
  await userEvent.type(dialog.getByLabelText('Lời tả'), 'Sơ đồ');
  await userEvent.upload(dialog.getByLabelText('Tệp'), png);
  await userEvent.click(dialog.getByRole('button', { name: 'Tải lên và chèn', hidden: true }));
  expect(await dialog.findByText('Tệp quá lớn: loại này nhận đến 5 MB.')).toBeInTheDocument();
  expect(field).toHaveValue('Nhìn  và trả lời');
});

it('is a link to the page that uploads where scripts do not run', () => {
  const Stub = createRemixStub([{ path: '/', Component: Question }]);
  expect(renderToString(<Stub />)).toContain('href="/media"');
});
