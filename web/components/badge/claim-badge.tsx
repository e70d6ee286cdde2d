import { text } from '../../messages';
import { StatusBadge } from './badge';

const words = text.era.claim;

interface Claimable {
  claimed: boolean;
  /** null: there is no exposure, so nothing to claim */
  total: string | null;
  stakingReward: string | null;
}

/** Whether an era's reward was claimed for a node; an era that has not closed (`open`) has none to claim yet. */
export const ClaimBadge = ({ era, open }: { era: Claimable; open: boolean }) => {
  if (era.claimed) {
    return (
      <StatusBadge tone="good" glyph="disc">
        {words.yes}
      </StatusBadge>
    );
  }
  if (open) {
    return (
      <StatusBadge tone="idle" glyph="hourglass">
        {words.running}
      </StatusBadge>
    );
  }
  if (era.total === null || era.total === '0') {
    return (
      <StatusBadge tone="idle" glyph="dash">
        {words.nothing}
      </StatusBadge>
    );
  }
  return (
    <StatusBadge tone="wait" glyph="ring">
      {words.no}
    </StatusBadge>
  );
};
