import { accountId, type Hex } from '../../../../codec/scale';
import { ensure, ensureSigned } from '../../framework/dispatch';
import type { Runtime } from '../../framework/runtime';
import type { SworkRules } from './rules';
import type { SworkStorage } from './storage';
import type { SworkEvents } from './swork';

const NO_FILES_ROOT: Hex = `0x${'00'.repeat(32)}`;

const plus = (set: ReadonlySet<Hex>, who: Hex) => new Set([...set, who]);
const minus = (set: ReadonlySet<Hex>, who: Hex) => new Set([...set].filter((x) => x !== who));

/** create_group, the allowlist, join, quit and kick_out. */
export function groupCalls(rt: Runtime, s: SworkStorage, emit: SworkEvents, rules: SworkRules) {
  const E = rt.errors(
    'Swork',
    'IdentityNotExist',
    'AlreadyJoint',
    'NotOwner',
    'GroupAlreadyExist',
    'GroupOwnerForbidden',
    'NotJoint',
    'ExceedGroupLimit',
    'NotInAllowlist',
    'ExceedAllowlistLimit',
  );
  const { maxGroupSize, joinNeedsNo, quitForgetsFiles } = rules;
  const groupOf = (owner: Hex) => {
    const row = s.groups.get(owner);
    if (row === undefined) throw E.NotOwner();
    return row;
  };
  const identityOf = (who: Hex) => {
    const row = s.identities.get(who);
    if (row === undefined) throw E.IdentityNotExist();
    return row;
  };
  /** Takes `member` out of the group; its reports stay as they are. */
  function leave(owner: Hex, member: Hex): void {
    s.identities.set(member, { ...identityOf(member), group: null });
    const row = groupOf(owner);
    s.groups.set(owner, { ...row, members: minus(row.members, member) });
  }
  /** Whoever joins brings no spower along: it is refused or, later, given up. */
  function giveUpSpower(anchor: Hex): void {
    const report = s.workReports.get(anchor);
    if (report === undefined) return;
    if (joinNeedsNo === undefined) s.workReports.set(anchor, { ...report, spower: 0n });
    else if (report[joinNeedsNo.what] !== 0n) throw rt.errors('Swork', joinNeedsNo.error)[joinNeedsNo.error]();
  }
  function forgetFiles(anchor: Hex): void {
    const report = s.workReports.get(anchor);
    if (report === undefined) return;
    s.workReports.set(anchor, { ...report, spower: 0n, reportedFilesSize: 0n, reportedFilesRoot: NO_FILES_ROOT });
  }
  const target = { target: accountId };

  return {
    createGroup: rt.call('Swork', 'create_group', {}, { weight: 508_000_000 }, (origin) => {
      const who = ensureSigned(origin);
      ensure(!s.identities.has(who), E.GroupOwnerForbidden);
      ensure(!s.groups.has(who), E.GroupAlreadyExist);
      s.groups.set(who, { members: new Set(), allowlist: new Set() });
      emit.CreateGroupSuccess(who);
    }),
    addMember: rt.call(
      'Swork',
      'add_member_into_allowlist',
      target,
      { weight: 508_000_000 },
      (origin, { target: who }) => {
        const owner = ensureSigned(origin);
        const row = groupOf(owner);
        ensure((s.identities.get(who)?.group ?? null) === null, E.AlreadyJoint);
        ensure(row.allowlist.size < maxGroupSize, E.ExceedAllowlistLimit);
        s.groups.set(owner, { ...row, allowlist: plus(row.allowlist, who) });
        emit.AddIntoAllowlistSuccess(owner, who);
      },
    ),
    removeMember: rt.call(
      'Swork',
      'remove_member_from_allowlist',
      target,
      { weight: 508_000_000 },
      (origin, { target: who }) => {
        const owner = ensureSigned(origin);
        const row = groupOf(owner);
        s.groups.set(owner, { ...row, allowlist: minus(row.allowlist, who) });
        emit.RemoveFromAllowlistSuccess(owner, who);
      },
    ),
    joinGroup: rt.call('Swork', 'join_group', target, { weight: 698_000_000 }, (origin, { target: owner }) => {
      const who = ensureSigned(origin);
      const row = identityOf(who);
      ensure(row.group === null, E.AlreadyJoint);
      const joined = groupOf(owner);
      ensure(joined.members.size < maxGroupSize, E.ExceedGroupLimit);
      ensure(joined.allowlist.has(who), E.NotInAllowlist);
      giveUpSpower(row.anchor);
      s.groups.set(owner, { members: plus(joined.members, who), allowlist: minus(joined.allowlist, who) });
      s.identities.set(who, { ...row, group: owner });
      emit.JoinGroupSuccess(who, owner);
    }),
    quitGroup: rt.call('Swork', 'quit_group', {}, { weight: 698_000_000 }, (origin) => {
      const who = ensureSigned(origin);
      const row = identityOf(who);
      if (row.group === null || !s.groups.has(row.group)) throw E.NotJoint();
      leave(row.group, who);
      if (quitForgetsFiles) forgetFiles(row.anchor);
      emit.QuitGroupSuccess(who, row.group);
    }),
    kickOut: rt.call('Swork', 'kick_out', target, { weight: 698_000_000 }, (origin, { target: member }) => {
      const owner = ensureSigned(origin);
      groupOf(owner);
      ensure(identityOf(member).group === owner, E.NotJoint);
      leave(owner, member);
      emit.KickOutSuccess(member);
    }),
  };
}
