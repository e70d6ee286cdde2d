import { formatDuration } from '../../lib/format/time';
import { text } from '../../messages';

/** How soon a claim is lost, in words: "in 3 eras, about 18 h". */
export const lostIn = ({ erasLeft, lostTime }: { erasLeft: number; lostTime: string | null }, now: Date): string => {
  const ms = lostTime === null ? null : Date.parse(lostTime) - now.getTime();
  return text.unclaimed.left(erasLeft, ms === null || ms <= 0 ? null : formatDuration(ms));
};
