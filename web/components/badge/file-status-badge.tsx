import type { FileStatus } from '@moho/protocol/file-status';
import { text } from '../../messages';
import { type Glyph, StatusBadge, type Tone } from './badge';

export const STATUS_LOOK: Record<FileStatus, [Tone, Glyph]> = {
  STORED: ['good', 'disc'],
  WAITING: ['wait', 'ring'],
  AT_RISK: ['warn', 'triangle'],
  UNREACHABLE: ['bad', 'cross'],
  EXPIRED: ['warn', 'hourglass'],
  CLOSED: ['idle', 'square'],
  ILLEGAL: ['bad', 'square'],
  NEVER_ORDERED: ['idle', 'dash'],
};

/** The state of a file in one word, with its meaning in the title. */
export const FileStatusBadge = ({ status }: { status: FileStatus }) => {
  const [tone, glyph] = STATUS_LOOK[status];
  return (
    <span title={text.file.statusHint[status]}>
      <StatusBadge tone={tone} glyph={glyph}>
        {text.file.status[status]}
      </StatusBadge>
    </span>
  );
};
