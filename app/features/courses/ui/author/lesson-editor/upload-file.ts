import type { MediaAnswer, UploadProblem } from '#app/features/media/core/media-answer.ts';

/** Sends a file with its words; answers the text that stands for it, or what is wrong in words. */
export async function uploadFile(
  url: string,
  file: File,
  alt: string,
  wordsOf: (problem: UploadProblem, largest: number | undefined) => string,
  failed: string,
): Promise<{ text: string } | { problem: string; field: 'file' | 'alt' }> {
  const form = new FormData();
  form.set('alt', alt);
  form.set('file', file);
  try {
    const response = await fetch(url, { method: 'POST', body: form });
    const answer = (await response.json()) as MediaAnswer;
    if (answer.kind === 'added') return { text: answer.text };
    if (answer.kind === 'refused') return { field: answer.field, problem: wordsOf(answer.problem, answer.largest) };
  } catch {
    // Below.
  }
  return { field: 'file', problem: failed };
}
