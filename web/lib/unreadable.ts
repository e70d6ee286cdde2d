import { isHex, parseAddress } from '@moho/protocol/base';
import { text } from '../messages';
import { parseBlockName, parseExtrinsicName, parseReportName } from './block-name';
import { plainText } from './format/plain';
import { decodePart, parseBlockNumber } from './params';

/** An account as people name it: an address of any network, or its 32-byte public key in hex. */
export const isAccountName = (part: string): boolean => isHex(part.trim(), 32) || parseAddress(part.trim()) !== null;

const shown = (part: string) => plainText(part, 80);

/**
 * Why the last part of a page's address can name no such thing, in one sentence; null when it can, so that the thing
 * is merely not there. A CID is judged by the API alone: whoever asks about a file already has its refusal.
 */
export const unreadableSentence = (pathname: string): string | null => {
  const [, page, raw] = pathname.split('/');
  if (raw === undefined) return null;
  const part = decodePart(raw);
  if (part === null) return text.search.notText;
  switch (page) {
    case 'block':
      return parseBlockName(part) === null ? text.chain.block.bad(shown(part)) : null;
    case 'extrinsic':
      return parseExtrinsicName(part) === null ? text.chain.extrinsic.bad(shown(part)) : null;
    case 'report':
      return parseReportName(part) === null ? text.report.bad(shown(part)) : null;
    case 'era':
      return parseBlockNumber(part) === null ? text.era.bad(shown(part)) : null;
    case 'account':
    case 'node':
    case 'group':
    case 'guarantor':
      return isAccountName(part) ? null : text.account.bad(shown(part));
    case 'file':
      return text.file.bad(shown(part));
    default:
      return null;
  }
};
