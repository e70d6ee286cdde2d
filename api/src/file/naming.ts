import { bytesToHex, hexToBytes, utf8ToText } from '@moho/protocol';
import { builder } from '../builder';
import { isUsual, readContent, type Spelling, spellings } from '../cid/content';
import { type CidReading, exactIds, MAX_NAME_CHARS, readCid } from '../cid/read';
import type { Context } from '../context';
import { loadKeyed } from '../database/load';
import type { View } from '../database/view';
import { notACid, readText } from '../input';
import { FileRef } from '../schema/refs';
import { type FileNode, isKnown, loadFacts } from './load';
import { knownIds } from './sql';

const CidFormEnum = builder.enumType('CidForm', {
  description: 'How a CID was written.',
  values: {
    CID_V0: { description: '"Qm…"' },
    CID_V1: { description: 'version 1 in any multibase' },
    IPFS_URI: { description: 'ipfs://CID' },
    IPFS_PATH: { description: '/ipfs/CID' },
    GATEWAY_PATH: { description: 'https://gateway/ipfs/CID' },
    GATEWAY_SUBDOMAIN: { description: 'https://CID.ipfs.gateway' },
    HEX: { description: '0x-hex of the bytes on chain' },
  } as const,
});

export const CidReadingRef = builder.objectRef<CidReading>('CidReading').implement({
  description: 'What a text was understood as. Version and base stay as they were written: the chain tells them apart.',
  fields: (t) => ({
    form: t.expose('form', { type: CidFormEnum }),
    cid: t.exposeString('cid', { description: 'the CID as it stands in the text' }),
    version: t.exposeInt('version'),
    base: t.exposeString('base', { description: 'its multibase' }),
    path: t.exposeString('path', { nullable: true, description: 'what followed it; the chain knows whole CIDs only' }),
  }),
});

interface CidSibling extends Spelling {
  known: boolean;
  view: View;
}

export const CidSiblingRef = builder.objectRef<CidSibling>('CidSibling').implement({
  description: 'Same content under another spelling; for the chain these are different files.',
  fields: (t) => ({
    cid: t.exposeString('text', { description: 'the spelling itself' }),
    version: t.exposeInt('version'),
    encoding: t.exposeString('encoding'),
    known: t.exposeBoolean('known', { description: 'an order has named it' }),
    file: t.field({ type: FileRef, resolve: (s): FileNode => ({ id: s.id, text: s.text, view: s.view }) }),
  }),
});

/** The bytes on chain as 0x-hex. Of a file no order has named, those of the text that was asked for. */
export const cidHexOfFile = async (ctx: Context, file: FileNode): Promise<string> => {
  if (!file.id.startsWith('~')) return bytesToHex(new TextEncoder().encode(file.id));
  const { cidHex } = await loadFacts(ctx, file);
  return cidHex ?? bytesToHex(new TextEncoder().encode(file.text ?? ''));
};

/** The bytes on chain as text; null when they spell none: junk is stored as it is. */
export const textOf = async (ctx: Context, file: FileNode): Promise<string | null> => {
  if (!file.id.startsWith('~')) return file.id;
  if (file.text !== undefined) return file.text;
  return utf8ToText(hexToBytes(await cidHexOfFile(ctx, file)));
};

/** The other spellings of a file's content that are known or usual. */
export const siblingsOf = async (ctx: Context, file: FileNode): Promise<CidSibling[]> => {
  const content = readContent((await textOf(ctx, file)) ?? '')?.content;
  if (content === undefined) return [];
  const others = spellings(content).filter(({ id }) => id !== file.id);
  const known = await Promise.all(others.map(({ id }) => loadKeyed(ctx, 'knownId', file.view, id, knownIds)));
  const all = others.map((one, i) => ({ ...one, known: known[i] === true, view: file.view }));
  return [...all.filter((one) => one.known), ...all.filter((one) => !one.known && isUsual(one))];
};

/**
 * The file a text names. What the chain holds under exactly this text comes first; then the CID found in it, in its own
 * spelling and never another. Throws BAD_INPUT when it is neither.
 */
export const fileNamed = async (ctx: Context, given: string, view: View): Promise<FileNode> => {
  const text = readText('cid', given, MAX_NAME_CHARS);
  const reading = readCid(text);
  const bare = text.trim();
  if (reading !== null && reading.id === exactIds(bare)[0]) return { id: reading.id, view, reading, text: reading.cid };
  const exact = exactIds(text).map((id): FileNode => ({ id, view }));
  const facts = await Promise.all(exact.map((file) => loadFacts(ctx, file)));
  const stored = exact.find((_, i) => isKnown(facts[i]));
  // its bytes as hex spell the CID itself
  if (stored !== undefined && stored.id !== reading?.id) return stored;
  if (reading === null) throw notACid(given);
  return { id: reading.id, view, reading, text: reading.cid };
};
