import { fileId, hexToBytes, isFileId, isHex, utf8ToText } from '@moho/protocol';
import { idOfText, readContent, type Spelled } from './content';
import { unwrap, type Wrapping, withoutQuotes } from './wrapping';

export type CidForm = 'CID_V0' | 'CID_V1' | Wrapping | 'HEX';

/** What a text was understood as. The spelling is kept: version and base are never changed, since the chain tells them apart. */
export interface CidReading extends Spelled {
  form: CidForm;
  /** the CID exactly as it stands in the text */
  cid: string;
  /** the index's id of the file with this CID */
  id: string;
  /** what followed the CID: a path inside the content, which the chain knows nothing of */
  path: string | null;
}

/** Longest text that is looked at: a gateway's address with a long path. */
export const MAX_NAME_CHARS = 2048;

const reading = (cid: string, form: CidForm | null, path: string | null): CidReading | null => {
  const spelled = readContent(cid);
  if (spelled === null) return null;
  const own = spelled.version === 0 ? 'CID_V0' : 'CID_V1';
  return { ...spelled, form: form ?? own, cid, id: idOfText(cid), path };
};

/** Reads a CID in any form people paste it in; null when there is none. */
export const readCid = (text: string): CidReading | null => {
  const bare = withoutQuotes(text);
  if (isHex(bare)) {
    const held = utf8ToText(hexToBytes(bare.toLowerCase()));
    return held === null ? null : reading(held, 'HEX', null);
  }
  const plain = reading(bare, null, null);
  if (plain !== null) return plain;
  const wrapped = unwrap(bare);
  if (wrapped === null) return null;
  const { wrapping, cid, path } = wrapped;
  // host names know no capital letters, so a host in capitals still holds the CID in small ones
  const lower = wrapping === 'GATEWAY_SUBDOMAIN' ? reading(cid.toLowerCase(), wrapping, path) : null;
  return reading(cid, wrapping, path) ?? lower;
};

/**
 * Ids under which the chain may hold exactly this text, whatever it is: the text as given, without what stands around it,
 * the bytes its hex spells, the id that Moho gives to bytes that are no CID. What is stored under one of them is meant.
 */
export const exactIds = (text: string): string[] => {
  const bare = withoutQuotes(text);
  const ids = [idOfText(text), idOfText(bare)];
  if (isHex(bare)) ids.push(fileId(hexToBytes(bare.toLowerCase())));
  if (isFileId(bare)) ids.push(bare);
  return [...new Set(ids)];
};
