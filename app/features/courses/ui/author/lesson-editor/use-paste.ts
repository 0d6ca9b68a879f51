import { type ClipboardEvent, type RefObject, useCallback, useState } from 'react';
import { applyEdit } from './apply-edit.ts';

export interface PasteProblem {
  code: string;
  detail: string;
}

export type PasteReport =
  | { kind: 'working' }
  | { kind: 'done'; problems: PasteProblem[] }
  | { kind: 'failed' }
  /** The plain text was edited before the clean one came. */
  | { kind: 'waiting'; markdown: string; problems: PasteProblem[] };

/** Only what has structure is worth asking the server about. */
const hasStructure = (html: string) =>
  /<(h[1-6]|ul|ol|li|table|b|strong|i|em|img|a|sup|sub)\b|mso-list|class=.?Mso|font-weight\s*:\s*(bold|[6-9]00)|font-style\s*:\s*italic/i.test(
    html,
  );

/**
 * Pasting text with structure: its plain words stand there at once, and are replaced by clean Markdown when the server has
 * made it, in a step of its own, so that one undo gives the plain words back. `onPicture`: a picture alone was pasted.
 */
export function usePaste(field: RefObject<HTMLTextAreaElement>, url: string, onPicture: (file: File) => void) {
  const [report, setReport] = useState<PasteReport | null>(null);
  const onPaste = useCallback(
    async (event: ClipboardEvent<HTMLTextAreaElement>) => {
      const { clipboardData } = event;
      const html = clipboardData.getData('text/html');
      const pictures = [...clipboardData.files].filter(({ type }) => type.startsWith('image/'));
      const target = field.current;
      if (!target) return;
      if (html === '' || !hasStructure(html)) {
        if (pictures[0] && clipboardData.getData('text/plain') === '') {
          event.preventDefault();
          onPicture(pictures[0]);
        }
        return;
      }
      event.preventDefault();
      const plain = clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
      const from = target.selectionStart;
      applyEdit(target, {
        from,
        to: target.selectionEnd,
        text: plain,
        select: [from + plain.length, from + plain.length],
      });
      setReport({ kind: 'working' });
      try {
        const beside = /<img[^>]+src=.?file:/i.test(html) ? await Promise.all(pictures.map(base64Of)) : [];
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ html, pictures: beside }),
        });
        if (!response.ok) throw new Error(String(response.status));
        const { markdown, problems } = (await response.json()) as { markdown: string; problems: PasteProblem[] };
        const isUntouched = field.current?.value.slice(from, from + plain.length) === plain;
        if (!field.current || !isUntouched) return setReport({ kind: 'waiting', markdown, problems });
        const text = standingAlone(field.current.value, from, plain.length, markdown);
        const end = from + text.length;
        applyEdit(field.current, { from, to: from + plain.length, text, select: [end, end] });
        setReport({ kind: 'done', problems });
      } catch {
        setReport({ kind: 'failed' });
      }
    },
    [field, url, onPicture],
  );
  return { onPaste, report, setReport };
}

/** Blocks in the middle of a line would not be blocks. */
function standingAlone(value: string, from: number, length: number, markdown: string): string {
  if (!/\n|^(#|[-*] |\d+\. |\|)/.test(markdown)) return markdown;
  const before = value.slice(0, from);
  const after = value.slice(from + length);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return lead + markdown + trail;
}

async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(',') + 1);
}
