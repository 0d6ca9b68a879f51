/** How the words of a text are to be understood: GIFT's `[html]`, `[markdown]`, `[plain]`, and `moodle` for none. */
export type MarkupName = 'moodle' | 'html' | 'markdown' | 'plain';

/** A text with its markup; escapes are resolved. */
export interface GiftText {
  format: MarkupName;
  text: string;
}

/** One `=` or `~` of a list of answers. */
export interface GiftChoice {
  isRight: boolean;
  /** Per cent, -100..100; null: not written. */
  weight: number | null;
  text: GiftText;
  feedback: GiftText | null;
}

/** An answer that is a number: around a value, or between two. */
export type GiftNumber = { value: number; tolerance: number } | { low: number; high: number };

export type GiftAnswers =
  | { type: 'description' }
  | { type: 'essay' }
  | { type: 'true-false'; isTrue: boolean; trueFeedback: GiftText | null; falseFeedback: GiftText | null }
  | { type: 'choice' | 'short'; choices: GiftChoice[] }
  | { type: 'matching'; pairs: { prompt: GiftText; choice: string }[] }
  | {
      type: 'numerical';
      numbers: { number: GiftNumber; weight: number | null; feedback: GiftText | null }[];
    };

/** One question of a GIFT file, as written. */
export interface GiftItem {
  line: number;
  untilLine: number;
  id: string | null;
  tags: string[];
  title: string | null;
  category: string;
  stem: GiftText;
  /** The answers stand within the sentence: `_____` marks where. */
  isEmbedded: boolean;
  answers: GiftAnswers;
  generalFeedback: GiftText | null;
}
