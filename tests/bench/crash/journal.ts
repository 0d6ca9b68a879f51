/** What clients know for certain: written down when the server's answer has arrived, never before. */
export interface SlotNote {
  /** The greatest sequence that was acknowledged; 0 = none. */
  acknowledged: number;
  /** Of that save. */
  receipt: string | null;
  /** The greatest sequence that was ever sent: what is stored cannot be beyond it. */
  sent: number;
}

export interface AttemptNote {
  attemptId: string;
  slots: Map<number, SlotNote>;
  /** 'sent': nobody knows whether it arrived. */
  submission: 'none' | 'sent' | 'acknowledged';
}

export class Journal {
  readonly attempts = new Map<string, AttemptNote>();
  acknowledgedSaves = 0;
  acknowledgedStarts = 0;
  acknowledgedSubmissions = 0;

  started(attemptId: string): AttemptNote {
    const known = this.attempts.get(attemptId);
    if (known) return known;
    const note: AttemptNote = { attemptId, slots: new Map(), submission: 'none' };
    this.attempts.set(attemptId, note);
    this.acknowledgedStarts += 1;
    return note;
  }

  sent(note: AttemptNote, slot: number, sequence: number): void {
    const found = note.slots.get(slot) ?? { acknowledged: 0, receipt: null, sent: 0 };
    note.slots.set(slot, { ...found, sent: Math.max(found.sent, sequence) });
  }

  saved(note: AttemptNote, slot: number, sequence: number, receipt: string | null): void {
    const found = note.slots.get(slot) ?? { acknowledged: 0, receipt: null, sent: sequence };
    if (sequence > found.acknowledged) note.slots.set(slot, { ...found, acknowledged: sequence, receipt });
    this.acknowledgedSaves += 1;
  }

  submitted(note: AttemptNote): void {
    note.submission = 'acknowledged';
    this.acknowledgedSubmissions += 1;
  }
}
