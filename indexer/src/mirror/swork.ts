import { blakeAccount, prefixOf, twoxBytes } from '../scale/keys';
import { addressOf, createReader, readAll, type ScaleReader } from '../scale/reader';
import { type Row, row } from '../write/entities';
import { afterHash, type Mirror, tail } from './mirror';

export const IDENTITIES = prefixOf('Swork', 'Identities');
export const PUB_KEYS = prefixOf('Swork', 'PubKeys');
export const WORK_REPORTS = prefixOf('Swork', 'WorkReports');
export const GROUPS = prefixOf('Swork', 'Groups');
export const CODES = prefixOf('Swork', 'Codes');

export const identityKey = (account: string): string => IDENTITIES + blakeAccount(account);
export const groupKey = (owner: string): string => GROUPS + blakeAccount(owner);
export const pubKeyKey = (pubKey: string): string => PUB_KEYS + twoxBytes(pubKey);
export const workReportKey = (anchor: string): string => WORK_REPORTS + twoxBytes(anchor);
export const codeKey = (code: string): string => CODES + twoxBytes(code);

const bytesOfKey = (key: string): string => createReader(afterHash(key, 8)).bytes();
const accountOfKey = (key: string): string => addressOf(tail(key, 32));

const single = (
  name: string,
  prefix: string,
  main: Row['entity'],
  idOf: (key: string) => string,
  keyOf: (id: string) => string,
  read: (id: string, r: ScaleReader) => Row,
): Mirror => ({
  name,
  prefix,
  main,
  rows: (key, raw) => [readAll(raw, (r) => read(idOf(key), r))],
  stored: async (key, store) => {
    const found = await store.get(main, idOf(key));
    return found ? [found] : [];
  },
  keyOf,
});

const readWorkReport = (id: string, r: ScaleReader): Row =>
  row('Sworker', {
    id,
    reportSlot: r.u64(),
    spower: r.u64(),
    free: r.u64(),
    reportedFilesSizeBytes: r.u64(),
    srdRoot: r.bytes(),
    filesRoot: r.bytes(),
  });

const readIdentity = (id: string, r: ScaleReader): Row =>
  row('SworkIdentity', {
    id,
    anchor: r.bytes(),
    punishmentDeadline: r.u64(),
    owner: r.option(r.account) ?? undefined,
  });

const groups: Mirror = {
  name: 'Swork.Groups',
  prefix: GROUPS,
  main: 'Group',
  rows: (key, raw) =>
    readAll(raw, (r) => {
      const owner = accountOfKey(key);
      const members = r.vec(r.account);
      return [
        row('Group', { id: owner, memberCount: members.length, allowlist: r.vec(r.account) }),
        ...members.map((member) => row('GroupMember', { id: `${owner}-${member}`, owner, member })),
      ];
    }),
  stored: async (key, store) => {
    const group = await store.get('Group', accountOfKey(key));
    return group ? [group, ...(await store.children('GroupMember', 'owner', group.fields.id))] : [];
  },
  keyOf: groupKey,
};

export const sworkMirrors: Mirror[] = [
  single('Swork.WorkReports', WORK_REPORTS, 'Sworker', bytesOfKey, workReportKey, readWorkReport),
  single('Swork.Identities', IDENTITIES, 'SworkIdentity', accountOfKey, identityKey, readIdentity),
  single('Swork.PubKeys', PUB_KEYS, 'EnclaveKey', bytesOfKey, pubKeyKey, (id, r) =>
    row('EnclaveKey', { id, code: r.bytes(), anchor: r.option(r.bytes) ?? undefined }),
  ),
  single('Swork.Codes', CODES, 'SworkerCode', bytesOfKey, codeKey, (id, r) =>
    row('SworkerCode', { id, expireBlock: r.u32() }),
  ),
  groups,
];
