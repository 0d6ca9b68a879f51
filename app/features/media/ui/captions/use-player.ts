import { type RefObject, useEffect, useRef, useState } from 'react';
import { type CueRow, parseTime } from '../../core/captions/cue.ts';

const SETTLE_MS = 300;

/** The player beside the rows: shows them as they are typed, says which one is heard, and is led by keys. */
export function usePlayer(player: RefObject<HTMLMediaElement>, rows: readonly CueRow[], lang: string) {
  const [active, setActive] = useState<number | null>(null);
  const [seconds, setSeconds] = useState<number | null>(null);
  const track = useRef<TextTrack | null>(null);

  // A track that is there from the start belongs to what is saved; this one is drawn by the page itself, without an address.
  useEffect(() => {
    const target = player.current;
    if (!target) return;
    track.current ??= target.addTextTrack('captions', 'preview', lang);
    track.current.mode = 'showing';
    const timer = setTimeout(() => {
      const shown = track.current;
      if (!shown) return;
      for (const cue of [...(shown.cues ?? [])]) shown.removeCue(cue);
      for (const { start, end, text } of rows) {
        const [from, until] = [parseTime(start), parseTime(end)];
        if (from === null || until === null || until <= from || text.trim() === '') continue;
        shown.addCue(new VTTCue(from / 1000, until / 1000, text.replace(/&/g, '&amp;').replace(/</g, '&lt;')));
      }
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [player, rows, lang]);

  useEffect(() => {
    const target = player.current;
    if (!target) return;
    const follow = () => {
      const ms = target.currentTime * 1000;
      const at = rows.findIndex(({ start, end }) => {
        const [from, until] = [parseTime(start), parseTime(end)];
        return from !== null && until !== null && from <= ms && ms < until;
      });
      setActive(at < 0 ? null : at);
    };
    const measure = () => setSeconds(Number.isFinite(target.duration) ? target.duration : null);
    measure();
    follow();
    target.addEventListener('timeupdate', follow);
    target.addEventListener('seeked', follow);
    target.addEventListener('durationchange', measure);
    return () => {
      target.removeEventListener('timeupdate', follow);
      target.removeEventListener('seeked', follow);
      target.removeEventListener('durationchange', measure);
    };
  }, [player, rows]);

  return {
    /** The row that is heard now. */
    active,
    /** How long it plays, as the player knows it. */
    seconds,
    now: () => Math.round((player.current?.currentTime ?? 0) * 1000),
    toggle: () => {
      const target = player.current;
      if (!target) return;
      if (target.paused) void target.play().catch(() => undefined);
      else target.pause();
    },
    back: () => {
      if (player.current) player.current.currentTime = Math.max(0, player.current.currentTime - 3);
    },
    seek: (ms: number) => {
      if (player.current) player.current.currentTime = ms / 1000;
    },
  };
}
