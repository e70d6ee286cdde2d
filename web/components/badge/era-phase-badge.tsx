import { text } from '../../messages';
import { type Glyph, StatusBadge, type Tone } from './badge';

type Phase = keyof typeof text.era.phases;

const LOOK: Record<Phase, [Tone, Glyph]> = {
  ACTIVE: ['good', 'disc'],
  ENDED: ['idle', 'square'],
  FUTURE: ['idle', 'dash'],
  PLANNED: ['wait', 'ring'],
  PRUNED: ['idle', 'hourglass'],
};

/** Where an era stands between its plan and its being forgotten. */
export const EraPhaseBadge = ({ phase }: { phase: Phase }) => {
  const [tone, glyph] = LOOK[phase];
  return (
    <span title={text.era.phaseHint[phase]}>
      <StatusBadge tone={tone} glyph={glyph}>
        {text.era.phases[phase]}
      </StatusBadge>
    </span>
  );
};
