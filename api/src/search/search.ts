import { isFileId, isHex } from '@moho/protocol';
import { isUsual, spellings } from '../cid/content';
import { type CidReading, readCid } from '../cid/read';
import type { Scope } from '../database/sql';
import { quoted } from '../errors';
import { knownIds } from '../file/sql';
import { parseAccount } from '../input';
import { type FoundRow, findAddress, findEra, findFiles, findHex, findNames, findNumbered } from './sql';

export interface Hit {
  kind: FoundRow['kind'];
  id: string;
  title: string;
  detail: string | null;
}

export interface Found {
  text: string;
  sentence: string;
  hits: Hit[];
}

const TITLES: Record<FoundRow['kind'], (id: string) => string> = {
  FILE: (id) => `File ${id}`,
  ACCOUNT: (id) => `Account ${id}`,
  VALIDATOR: (id) => `Validator ${id}`,
  GROUP: (id) => `Group of ${id}`,
  GUARANTOR: (id) => `Guarantor ${id}`,
  BLOCK: (id) => `Block ${id}`,
  EXTRINSIC: (id) => `Extrinsic ${id}`,
  ERA: (id) => `Era ${id}`,
  SWORKER: (id) => `sWorker ${id}`,
};

const toHit = ({ kind, id, detail }: FoundRow): Hit => ({ kind, id, title: TITLES[kind](id), detail });
const hit = (kind: FoundRow['kind'], id: string, detail: string | null = null): Hit => toHit({ kind, id, detail });

const MAX_BLOCK = 2_147_483_647;
const MIN_NAME_CHARS = 2;
const MIN_CID_START_CHARS = 6;
/** Shorter ones exist (of a few bytes put into the CID itself), but they read as numbers and names. */
const MIN_CID_CHARS = 20;

const searchNumber = async (scope: Scope, text: string): Promise<Found> => {
  const n = Number(text.replaceAll(/[,_ ]/g, ''));
  if (n > MAX_BLOCK) return { text, sentence: 'The number is larger than any block or era.', hits: [] };
  const rows = [...(await findNumbered(scope, String(n), null)), ...(await findEra(scope, n))];
  const beyond = n > scope.view.height ? ` The index ends at block ${scope.view.height}.` : '';
  const sentence =
    rows.length > 0 ? 'Read as a block or era number.' : `There is no block or era ${n} in the index.${beyond}`;
  return { text, sentence, hits: rows.map(toHit) };
};

const searchHex = async (scope: Scope, text: string): Promise<Found> => {
  const hex = text.toLowerCase();
  const account = parseAccount(hex);
  const rows = (await findHex(scope, hex)).map(toHit);
  if (rows.length > 0) return { text, sentence: 'Read as a hash or a key.', hits: rows };
  // any 32 bytes could be a public key; only one that means something here is offered
  const roles = account === null ? [] : await findAddress(scope, account);
  if (account !== null && roles.length > 0) {
    return { text, sentence: 'Read as a public key.', hits: [hit('ACCOUNT', account), ...roles.map(toHit)] };
  }
  return { text, sentence: `No block, extrinsic or sWorker of the index carries ${quoted(text)}.`, hits: [] };
};

const READ_AS: Record<CidReading['form'], string> = {
  CID_V0: 'Read as a CID',
  CID_V1: 'Read as a CID',
  IPFS_URI: 'Read as the CID in an ipfs address',
  IPFS_PATH: 'Read as the CID in an ipfs path',
  GATEWAY_PATH: 'Read as the CID in a gateway’s address',
  GATEWAY_SUBDOMAIN: 'Read as the CID in a gateway’s address',
  HEX: 'Read as the bytes of a CID',
};

/**
 * The file with exactly this CID when an order has named it. Otherwise the spellings of the same content that orders have
 * named come first: what people look for, under the name the chain knows it by.
 */
const searchCid = async (scope: Scope, text: string, { content, id, cid, form }: CidReading): Promise<Found> => {
  const others = spellings(content).filter((one) => one.id !== id);
  const known = await knownIds(scope, [id, ...others.map((one) => one.id)]);
  // of a file that no order has named, the text is all there is to ask for it by
  const own = known.has(id) ? hit('FILE', id) : hit('FILE', cid, 'never ordered');
  const elsewhere = known.has(id) ? [] : others.filter((one) => known.has(one.id));
  const hits = elsewhere.map((one) =>
    hit('FILE', one.id, `the same content, ${isUsual(one) ? `version ${one.version}` : `in ${one.encoding}`}`),
  );
  const twist = elsewhere.length > 0 ? ': never ordered as it is written here, but under another spelling' : '';
  return { text, sentence: `${READ_AS[form]}${twist}.`, hits: [...hits, own] };
};

/** Finds what a person may have meant. Never an error: the sentence says what was understood, or that nothing fits. */
export const search = async (scope: Scope, text: string): Promise<Found> => {
  if (text === '') {
    return { text, sentence: 'Type a CID, an address, a block number, a hash or a name.', hits: [] };
  }
  const reading = text.length >= MIN_CID_CHARS ? readCid(text) : null;
  if (reading !== null) return searchCid(scope, text, reading);
  if (/^[1-9]?\d{0,2}([,_ ]?\d{3})*$/.test(text) && /\d/.test(text)) return searchNumber(scope, text);
  if (/^\d{1,10}-\d{1,6}$/.test(text)) {
    const rows = await findNumbered(scope, null, text);
    const sentence = rows.length > 0 ? 'Read as an extrinsic.' : `There is no extrinsic ${text} in the index.`;
    return { text, sentence, hits: rows.map(toHit) };
  }
  if (isHex(text) && text.length > 2) return searchHex(scope, text);
  const address = parseAccount(text);
  if (address !== null) {
    const roles = await findAddress(scope, address);
    return { text, sentence: 'Read as an account address.', hits: [hit('ACCOUNT', address), ...roles.map(toHit)] };
  }
  const files = isFileId(text) && text.length >= MIN_CID_START_CHARS ? await findFiles(scope, text) : [];
  const names = text.length >= MIN_NAME_CHARS ? await findNames(scope, text) : [];
  const hits = [...files, ...names].map(toHit);
  const sentence =
    hits.length > 0
      ? 'Read as a name or the beginning of a CID.'
      : `Nothing is called ${quoted(text)}: it is no CID, address, block, hash or display name of the index.`;
  return { text, sentence, hits };
};
