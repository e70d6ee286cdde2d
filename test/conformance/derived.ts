import type { ChainProfile } from '@moho/protocol/base';
import { fileStatus, isReplicaLive, liveOwners, type ReplicaLiveInput } from '@moho/protocol/file-status';
import type { ChainEntry, Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import { type Ask, allNodes, type Row } from './graphql';

/** What the chain does not store and this file works out from what it does store. */
export const DERIVED_ITEM = 'File (derived)';

/** Maps of the chain that a file's status follows from, by comparison name. */
export type ChainState = ReadonlyMap<string, ChainEntry[]>;

const entriesOf = (state: ChainState, name: string): ChainEntry[] => {
  const entries = state.get(name);
  if (!entries) throw new Error(`${name} has not been read from the chain`);
  return entries;
};

/**
 * Status and live replicas of every stored file at a block: the rules of protocol/ on state decoded by @polkadot/api,
 * where the API answers from SQL on the index.
 */
export const derivedFiles = (state: ChainState, block: number, profile: ChainProfile): ChainEntry[] => {
  const fieldsOf = (name: string) => new Map(entriesOf(state, name).map((entry) => [entry.id, entry.fields]));
  const identities = fieldsOf('Swork.Identities');
  const reports = fieldsOf('Swork.WorkReports');
  const expiries = new Map<string, number>();
  const codes = fieldsOf('Swork.Codes');
  for (const { fields } of entriesOf(state, 'Swork.PubKeys')) {
    const expiry = codes.get(String(fields.code))?.expireBlock;
    if (fields.anchor !== null && expiry !== undefined)
      expiries.set(String(fields.anchor), Math.max(Number(expiry), expiries.get(String(fields.anchor)) ?? 0));
  }
  const factsOf = (replica: Fields): ReplicaLiveInput & { owner: string } => {
    const who = String(replica.who);
    const anchor = String(replica.anchor);
    const identity = identities.get(who);
    const report = reports.get(anchor)?.reportSlot;
    return {
      // before spec 17 the chain keeps no owner with a replica: the reporter's group counts
      owner: String(replica.owner ?? identity?.owner ?? who),
      anchor,
      identityAnchor: identity ? String(identity.anchor) : null,
      lastReportSlot: report === undefined ? null : Number(report),
      codeExpireBlock: expiries.get(anchor) ?? null,
    };
  };
  return entriesOf(state, 'Market.Files').map(({ id, fields, rawKeys }) => {
    const replicas = (fields.replicas as Fields[]).map(factsOf);
    const owners = liveOwners(replicas, block, profile).size;
    const row = { expiredAt: Number(fields.expiredAt) };
    const live = replicas.filter((replica) => isReplicaLive(replica, block, profile)).length;
    return {
      id,
      rawKeys,
      fields: {
        status: fileStatus({ block, row, lastMark: 'ORDERED', liveOwnerCount: owners }),
        live,
        liveOwners: owners,
        // what the chart of the file shows at this block
        charted: { reported: Number(fields.reportedReplicaCount), entries: replicas.length, live },
      },
    };
  });
};

/** The same as the API tells it. */
export const derivedRows = async (ask: Ask, at: number): Promise<Map<string, Fields>> => {
  const files = await allNodes(
    ask,
    'files',
    'cidHex status replicaCounts { live liveOwners } replicaHistory { reported entries live }',
    at,
  );
  return new Map(
    files.map((file) => {
      const counts = file.replicaCounts as Row;
      const charted = (file.replicaHistory as Row[]).at(-1) ?? null;
      return [String(file.cidHex), { status: file.status ?? null, ...counts, charted } as Fields];
    }),
  );
};

/** Ids left out at a height because storage was overridden outside any block, by comparison name. */
export type Excused = ReadonlyMap<string, ReadonlySet<string>>;

/** Files whose status hangs on a row the index cannot know. */
const unknowable = (state: ChainState, indexedKeys: ReadonlyMap<string, Fields>, excused: Excused): Set<string> => {
  const out = (name: string) => excused.get(name) ?? new Set<string>();
  const chainKeys = new Map(entriesOf(state, 'Swork.PubKeys').map((entry) => [entry.id, entry.fields]));
  const anchors = new Set(out('Swork.WorkReports'));
  for (const key of out('Swork.PubKeys'))
    for (const fields of [chainKeys.get(key), indexedKeys.get(key)]) if (fields) anchors.add(String(fields.anchor));
  const hangs = (replica: Fields) =>
    out('Swork.Identities').has(String(replica.who)) || anchors.has(String(replica.anchor));
  const files = entriesOf(state, 'Market.Files').filter(
    ({ id, fields }) =>
      out('Market.Files').has(id) || out('Swork.Codes').size > 0 || (fields.replicas as Fields[]).some(hangs),
  );
  return new Set([...out('Market.Files'), ...files.map((file) => file.id)]);
};

/** Compares them at a block; `indexedKeys` are the index's own rows of Swork.PubKeys. */
export const compareDerived = (
  state: ChainState,
  rows: Map<string, Fields>,
  indexedKeys: ReadonlyMap<string, Fields>,
  block: number,
  profile: ChainProfile,
  excused: Excused,
): ItemResult =>
  compareItem(DERIVED_ITEM, block, derivedFiles(state, block, profile), rows, unknowable(state, indexedKeys, excused));
