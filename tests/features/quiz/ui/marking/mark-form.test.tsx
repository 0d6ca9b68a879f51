// @vitest-environment jsdom
import { createRemixStub } from '@remix-run/testing';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { vi } from '#app/features/quiz/messages/marking-vi.ts';
import type { MarkingTaskPage } from '#app/features/quiz/queries/marking/marking-task.server.ts';
import { type MarkAnswer, MarkForm } from '#app/features/quiz/ui/marking/mark-form.tsx';

const words = vi.task;
const levels = (...points: number[]) => points.map((each) => ({ points: each, text: `Mức ${each}` }));
const task: MarkingTaskPage = {
  ...{ taskId: 't', code: 'ABC123', quizId: 'q', quizTitle: 'Bài', stemHtml: '', answer: 'Bài làm' },
  ...{ wordLimits: null, files: [], markerNotesHtml: '', maxMark: 4, markersWanted: 1, state: 'first' },
  rubric: [
    { text: 'Nội dung', levels: levels(0, 3, 6) },
    { text: 'Lập luận', levels: levels(0, 4) },
  ],
  ...{ own: null, refused: null, finalFraction: null, isOnOtherTable: false },
  progress: { total: 2, done: 0, forMarker: 2, third: 0 },
};

/** Shows the form; answers what it has sent so far. */
function show(given: Partial<MarkingTaskPage> = {}, answer?: MarkAnswer) {
  const sent: Record<string, string>[] = [];
  const action = async ({ request }: { request: Request }) => {
    sent.push(Object.fromEntries(await request.formData()) as Record<string, string>);
    return null;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: one router for one rendering
  const Component = () => <MarkForm task={{ ...task, ...given }} answer={answer} />;
  const Stub = createRemixStub([{ path: '/marking/tasks/t', Component, action }]);
  render(<Stub initialEntries={['/marking/tasks/t']} />);
  return sent;
}

const chosen = () => screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).checked);

describe('the form of a marker', () => {
  it('chooses levels by number, goes on to the next criterion, and saves by Enter', async () => {
    const user = userEvent.setup();
    const sent = show();
    screen.getAllByRole('radio')[0]!.focus();
    await user.keyboard('3');
    expect(chosen()).toEqual([false, false, true, false, false]);
    await user.keyboard('9');
    await user.keyboard('2');
    expect(chosen()).toEqual([false, false, true, false, true]);
    expect(screen.getByText(words.sum('10', '10'))).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({ 'level-0': '2', 'level-1': '1', comment: '', intent: 'save-and-next' });
  });

  it('lets numbers and Enter type in the comment, where Ctrl+Enter saves', async () => {
    const user = userEvent.setup();
    const sent = show();
    await user.click(screen.getByLabelText(words.comment));
    await user.keyboard('12{Enter}3');
    expect(screen.getByLabelText(words.comment)).toHaveValue('12\n3');
    expect(chosen()).not.toContain(true);
    expect(sent).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  it('names each criterion without a level until it has one, and keeps what was typed', async () => {
    const user = userEvent.setup();
    const problem = { kind: 'incomplete', missing: [1] } as const;
    show({}, { levels: { 0: 1 }, mark: '', comment: 'Đã viết', problem });
    expect(screen.getByRole('alert')).toHaveTextContent(words.missing('Lập luận'));
    expect(chosen()).toEqual([false, true, false, false, false]);
    expect(screen.getByLabelText(words.comment)).toHaveValue('Đã viết');
    await user.click(screen.getAllByRole('radio')[4]!);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('asks for a mark as a whole where there is no rubric, and shows the one given before', () => {
    const own = { fraction: 0.375, levels: [], comment: 'Ngắn' };
    show({ rubric: [], own });
    expect(screen.getByLabelText(words.mark)).toHaveValue('1,5');
    expect(screen.queryAllByRole('radio')).toEqual([]);
  });
});
