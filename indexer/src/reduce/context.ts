import type { ChainProfile } from '@moho/protocol/base';
import type { BlockFacts } from '../decode/facts';
import type { BlockReader } from '../read/block-reader';
import type { Changes } from '../write/changes';
import type { Fields } from '../write/entities';
import type { MirrorChange } from './mirrors';

/** What the record reducers see of a block. */
export interface RecordContext {
  facts: BlockFacts;
  reader: BlockReader;
  cursor: Fields<'IndexCursor'>;
  isFirst: boolean;
  rebase: boolean;
  changes: Changes;
  mirrored: MirrorChange[];
  author: string | undefined;
  profile: ChainProfile;
}
