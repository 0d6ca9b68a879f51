/** Whether a Markdown text shows a picture without words for who does not see it. */
export function hasSilentPicture(markdown: string): boolean {
  return /!\[\s*\]\(/.test(markdown);
}
