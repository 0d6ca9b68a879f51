export interface LessonTextProblem {
  code:
    | 'picture-without-words'
    | 'block-unknown'
    | 'block-open'
    | 'check-inside'
    | 'heading-too-deep'
    | 'clash-left'
    | 'attached-left';
  /** From 1. */
  line: number;
  excerpt: string;
}

/** The blocks that lessons know, by the names behind ':::'. */
export const blockNames = [
  ...['ghi-nho', 'cho-bo-sung', 'hoi', 'trich-dan', 'luu-y', 'canh-bao', 'quan-trong', 'vi-du', 'gap', 'tu-kiem-tra'],
] as const;

const MOST = 100;

/** What is wrong in a lesson's text as it is written, in the order of its lines; at most 100. */
export function lessonProblems(body: string): LessonTextProblem[] {
  const problems: LessonTextProblem[] = [];
  const open: { marks: number; name: string; line: number; text: string }[] = [];
  let fence: string | null = null;
  for (const [at, text] of body.split('\n').entries()) {
    const line = at + 1;
    const say = (code: LessonTextProblem['code'], excerpt = text) =>
      problems.push({ code, line, excerpt: cut(excerpt) });
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark) {
      fence = mark;
      continue;
    }
    const block = /^ {0,3}(:{3,})[ \t]*(\S*)/.exec(text);
    if (block) {
      const [, marks = '', name = ''] = block;
      if (name === '') {
        const last = open.at(-1);
        if (last && marks.length >= last.marks) open.pop();
        else say('block-unknown');
      } else if (!(blockNames as readonly string[]).includes(name)) say('block-unknown');
      else {
        if (name === 'tu-kiem-tra' && open.length > 0) say('check-inside');
        open.push({ marks: marks.length, name, line, text });
      }
      continue;
    }
    if (/^ {0,3}#{4,}[ \t]/.test(text)) say('heading-too-deep');
    if (/^(<{7}|={7}|>{7}) /.test(text)) say('clash-left');
    for (const [whole, words = '', target = ''] of text.matchAll(/!\[([^\]\n]*)\]\(\s*([^)\s]*)[^)\n]*\)/g)) {
      if (words.replace(/^(audio|video):/i, '').trim() === '') say('picture-without-words', whole);
      if (target.startsWith('attached:')) say('attached-left', whole);
    }
  }
  for (const { line, text } of open) problems.push({ code: 'block-open', line, excerpt: cut(text) });
  return problems.sort((a, b) => a.line - b.line).slice(0, MOST);
}

const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
