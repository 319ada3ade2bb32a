import { type CaseWords, fill } from '../template/caseWords.ts';
import type { ClockWindow } from './evidenceClock.ts';

/** The clock in words, one sentence a window; urgent ones are to stand out. */
export function clockTexts(windows: ClockWindow[], words: CaseWords): { text: string; urgent: boolean }[] {
  return windows.map(({ key, state, left }) => {
    const unit = left.unit === 'day' && left.count !== 1 ? 'days' : left.unit;
    return {
      text: fill(words.clock[key][state], { left: fill(words.left[unit], { n: left.count }) }),
      urgent: state === 'urgent',
    };
  });
}
