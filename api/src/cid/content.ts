import { fileId } from '@moho/protocol';
import { base32 } from 'multiformats/bases/base32';
import { base58btc } from 'multiformats/bases/base58';
import { CID } from 'multiformats/cid';
import { baseOf, TEXT_BASES } from './bases';

/** A base2 spelling of a 64-byte hash has 561 characters; nothing longer is a CID anybody writes. */
const MAX_CID_CHARS = 600;

const utf8 = new TextEncoder();

/** The index's id of the file whose bytes on chain are this text. */
export const idOfText = (text: string): string => fileId(utf8.encode(text));

/** What a bare CID spells. */
export interface Spelled {
  content: CID;
  version: 0 | 1;
  /** name of the multibase */
  base: string;
}

/** Reads a bare CID, version 0 or version 1 in any multibase; null when the text is none. */
export const readContent = (text: string): Spelled | null => {
  if (text.length < 8 || text.length > MAX_CID_CHARS) return null;
  try {
    if (text.startsWith('Qm')) return { content: CID.parse(text), version: 0, base: 'base58btc' };
    const base = baseOf(text);
    if (base === undefined) return null;
    return { content: CID.parse(text, base.decoder), version: 1, base: base.name };
  } catch {
    // multiformats throws on everything that is not a CID; that is the answer here
    return null;
  }
};

export interface Spelling {
  /** the text itself */
  text: string;
  /** the index's id of a file with this text as its CID */
  id: string;
  version: 0 | 1;
  encoding: string;
}

/** Version 0 exists for dag-pb blocks under sha2-256 alone. */
const hasVersion0 = (content: CID): boolean =>
  content.code === 0x70 && content.multihash.code === 0x12 && content.multihash.size === 32;

/** Every spelling of the same content, the usual two first: version 0, version 1 in base32, then the other bases. */
export const spellings = (content: CID): Spelling[] => {
  const v1 = content.toV1();
  const spell = (text: string, version: 0 | 1, encoding: string): Spelling => ({
    text,
    id: idOfText(text),
    version,
    encoding,
  });
  const others = TEXT_BASES.filter(({ name }) => name !== 'base32').map(({ name, encoder }) =>
    spell(v1.toString(encoder), 1, name),
  );
  return [
    ...(hasVersion0(content) ? [spell(content.toV0().toString(base58btc), 0, 'base58btc')] : []),
    spell(v1.toString(base32), 1, 'base32'),
    ...others,
  ];
};

/** Whether people write this spelling: version 0, or version 1 in base32. */
export const isUsual = ({ version, encoding }: Spelling): boolean => version === 0 || encoding === 'base32';
