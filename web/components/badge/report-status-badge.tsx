import { text } from '../../messages';
import { type Glyph, StatusBadge, type Tone } from './badge';

type ReportStatus = keyof typeof text.report.states;

const LOOK: Record<ReportStatus, [Tone, Glyph]> = {
  REPORTED: ['good', 'disc'],
  DUPLICATE: ['idle', 'square'],
  REJECTED: ['bad', 'triangle'],
  MISSED: ['bad', 'cross'],
  EXEMPT: ['idle', 'ring'],
};

/** What came of a work report, or of a slot without one, in one word. */
export const ReportStatusBadge = ({ status }: { status: ReportStatus }) => {
  const [tone, glyph] = LOOK[status];
  return (
    <StatusBadge tone={tone} glyph={glyph}>
      {text.report.states[status]}
    </StatusBadge>
  );
};
