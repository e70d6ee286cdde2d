import { blakeAccount, prefixOf, twoxBytes } from '../scale/keys';
import { createReader, readAll, type ScaleReader } from '../scale/reader';
import { type Row, row } from '../write/entities';
import { afterHash, type Mirror } from './mirror';
import { accountOfKey, single } from './single';

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
  single({
    name: 'Swork.WorkReports',
    prefix: WORK_REPORTS,
    main: 'Sworker',
    keyOf: workReportKey,
    read: readWorkReport,
    idOf: bytesOfKey,
  }),
  single({
    name: 'Swork.Identities',
    prefix: IDENTITIES,
    main: 'SworkIdentity',
    keyOf: identityKey,
    read: readIdentity,
  }),
  single({
    name: 'Swork.PubKeys',
    prefix: PUB_KEYS,
    main: 'EnclaveKey',
    keyOf: pubKeyKey,
    read: (id, r) => row('EnclaveKey', { id, code: r.bytes(), anchor: r.option(r.bytes) ?? undefined }),
    idOf: bytesOfKey,
  }),
  single({
    name: 'Swork.Codes',
    prefix: CODES,
    main: 'SworkerCode',
    keyOf: codeKey,
    read: (id, r) => row('SworkerCode', { id, expireBlock: r.u32() }),
    idOf: bytesOfKey,
  }),
  groups,
];
