import type { NodeStanding } from '@moho/protocol/yield/standing';
import { text } from '../../messages';
import { type Glyph, StatusBadge, type Tone } from '../badge/badge';

const LOOKS: Record<NodeStanding, { tone: Tone; glyph: Glyph }> = {
  ELECTED: { tone: 'good', glyph: 'disc' },
  WAITING: { tone: 'idle', glyph: 'hourglass' },
  NO_LIMIT: { tone: 'warn', glyph: 'triangle' },
  CHILLED: { tone: 'bad', glyph: 'cross' },
};

/** How a node stands for the next era. */
export const StandingBadge = ({ standing }: { standing: NodeStanding }) => (
  <StatusBadge {...LOOKS[standing]}>{text.desk.standing[standing]}</StatusBadge>
);
