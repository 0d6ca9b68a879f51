import { type Cue, vttTime } from './cue.ts';

/** Captions as a WebVTT file, which browsers read. */
export function printVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, text }) => `${vttTime(start)} --> ${vttTime(end)}\n${escaped(text)}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
