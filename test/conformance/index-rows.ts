import type { Fields } from './chain-items';
import { type Ask, allNodes, type Row } from './graphql';
import type { AnyJson } from './json';
import { LATER_FIELDS, LATER_FILES } from './later-files';

/** Every mirrored row of the index as of a block, by comparison name and then by id, in the fields of `chain-items.ts`. */
export type IndexRows = Map<string, Map<string, Fields>>;

const pick = (row: Row, ...names: string[]): Fields => Object.fromEntries(names.map((n) => [n, row[n] ?? null]));
const rows = (
  list: Row[],
  id: (row: Row) => AnyJson | undefined,
  fields: (row: Row) => Fields,
): Map<string, Fields> => {
  const result = new Map<string, Fields>();
  for (const row of list) {
    const key = String(id(row));
    if (result.has(key)) throw new Error(`the index has two current rows with id ${key}`);
    result.set(key, fields(row));
  }
  return result;
};
const groupBy = (list: Row[], key: (row: Row) => AnyJson | undefined): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of list) {
    const name = String(key(row));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
};
const byPosition = (a: Row, b: Row) => Number(a.position) - Number(b.position);

const fileRows = async (ask: Ask, at: number) => {
  const files = await allNodes(
    ask,
    'files',
    `cid state { cidHex generation sizeBytes spower expiredAt calculatedAt amount prepaid reportedReplicaCount
      remainingPaidCount usedSizeBytes reportedGroupCount usedGroups }
     replicas { owner who anchor validAt isReported createdAt position }`,
    at,
  );
  return rows(
    files,
    (file) => (file.state as Row).cidHex,
    (file) => {
      const { cidHex: _, usedGroups, ...state } = file.state as Row;
      return {
        ...state,
        usedGroups: typeof usedGroups === 'string' ? JSON.parse(usedGroups) : (usedGroups ?? null),
        replicas: (file.replicas as Row[])
          .toSorted(byPosition)
          .map((r) => pick(r, 'owner', 'who', 'anchor', 'validAt', 'isReported', 'createdAt')),
      };
    },
  );
};

const laterFileRows = async (ask: Ask, at: number) => {
  const selection = LATER_FIELDS.join(' ');
  const files = await allNodes(ask, 'files', `state { cidHex } laterState { ${selection} }`, at);
  return rows(
    files.filter(({ laterState }) => laterState !== null),
    (file) => (file.state as Row).cidHex,
    (file) => pick(file.laterState as Row, ...LATER_FIELDS),
  );
};

const groupRows = async (ask: Ask, at: number) => {
  const members = groupBy(await allNodes(ask, 'groupMembers', 'owner member', at), (m) => m.owner);
  return rows(
    await allNodes(ask, 'groups', 'owner allowlist', at),
    (group) => group.owner,
    (group) => ({
      members: (members.get(String(group.owner)) ?? []).map((m) => String(m.member)).sort(),
      allowlist: group.allowlist as AnyJson,
    }),
  );
};

const guarantorRows = async (ask: Ask, at: number) => {
  const targets = groupBy(
    await allNodes(ask, 'guarantees', 'guarantor validator value position', at),
    (g) => g.guarantor,
  );
  return rows(
    await allNodes(ask, 'guarantors', 'stash total submittedIn suppressed', at),
    (guarantor) => guarantor.stash,
    (guarantor) => ({
      ...pick(guarantor, 'total', 'submittedIn', 'suppressed'),
      targets: (targets.get(String(guarantor.stash)) ?? [])
        .toSorted(byPosition)
        .map((t) => pick(t, 'validator', 'value')),
    }),
  );
};

/** Era rows the chain has pruned are kept by the index and marked; the chain has nothing to compare them with. */
const eraRows = async (ask: Ask, at: number): Promise<[string, Map<string, Fields>][]> => {
  const all = await allNodes(ask, 'eras', 'era totalStake stakingPayout marketPayout rewardPoints prunedAtBlock', at);
  const pruned = new Set(all.filter((e) => e.prunedAtBlock !== null).map((e) => String(e.era)));
  const kept = (list: Row[]) => list.filter((row) => !pruned.has(String(row.era)));
  const eras = kept(all);
  const validators = kept(
    await allNodes(ask, 'validatorEras', 'era stash total own guaranteeFeePerbill authoringPayout points', at),
  );
  const guarantors = groupBy(
    kept(await allNodes(ask, 'guarantorEras', 'era stash guarantor position value clipped', at)),
    (g) => `${g.era}-${g.stash}`,
  );
  const points = groupBy(
    validators.filter((v) => v.points !== null),
    (v) => v.era,
  );
  const id = (row: Row) => `${row.era}-${row.stash}`;
  const having = (list: Row[], field: string) => list.filter((row) => row[field] !== null);
  const exposed = having(validators, 'total');
  const single = (list: Row[], key: (row: Row) => AnyJson | undefined, field: string) =>
    rows(having(list, field), key, (row) => pick(row, field));
  const era = (row: Row) => row.era;
  return [
    [
      'Staking.ErasStakers',
      rows(exposed, id, (v) => ({
        ...pick(v, 'total', 'own'),
        others: (guarantors.get(id(v)) ?? []).toSorted(byPosition).map((g) => pick(g, 'guarantor', 'value')),
      })),
    ],
    [
      'Staking.ErasStakersClipped',
      rows(exposed, id, (v) => ({
        guarantors: (guarantors.get(id(v)) ?? [])
          .filter((g) => g.clipped === false)
          .map((g) => String(g.guarantor))
          .sort(),
      })),
    ],
    [
      'Staking.ErasValidatorPrefs',
      rows(having(validators, 'guaranteeFeePerbill'), id, (v) => ({
        guaranteeFeePerbill: String(v.guaranteeFeePerbill),
      })),
    ],
    ['Staking.ErasTotalStakes', single(eras, era, 'totalStake')],
    ['Staking.ErasStakingPayout', single(eras, era, 'stakingPayout')],
    ['Staking.ErasMarketPayout', single(eras, era, 'marketPayout')],
    ['Staking.ErasAuthoringPayout', single(validators, id, 'authoringPayout')],
    [
      'Staking.ErasRewardPoints',
      rows(having(eras, 'rewardPoints'), era, (e) => ({
        total: e.rewardPoints as AnyJson,
        individual: Object.fromEntries(
          (points.get(String(e.era)) ?? [])
            .map((v) => [String(v.stash), v.points as AnyJson] as const)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        ),
      })),
    ],
  ];
};

/** Reads the whole index as of `at` through the public API. */
export const readIndex = async (ask: Ask, at: number): Promise<IndexRows> => {
  const simple = async (connection: string, id: string, selection: string) =>
    rows(
      await allNodes(ask, connection, `${id} ${selection}`, at),
      (row) => row[id],
      (row) => pick(row, ...selection.split(' ')),
    );
  const unlocking = '{ value era }';
  const benefit = async (connection: string, selection: string) =>
    rows(
      await allNodes(ask, connection, `id ${selection} unlockingFunds ${unlocking}`, at),
      (row) => row.id,
      (row) => pick(row, ...selection.split(' '), 'unlockingFunds'),
    );
  return new Map<string, Map<string, Fields>>([
    ['Market.Files', await fileRows(ask, at)],
    [LATER_FILES, await laterFileRows(ask, at)],
    [
      'Swork.WorkReports',
      await simple('sworkers', 'anchor', 'reportSlot spower free reportedFilesSizeBytes srdRoot filesRoot'),
    ],
    ['Swork.Identities', await simple('sworkIdentities', 'id', 'anchor punishmentDeadline owner')],
    ['Swork.PubKeys', await simple('enclaveKeys', 'id', 'code anchor')],
    ['Swork.Groups', await groupRows(ask, at)],
    [
      'Swork.Codes',
      rows(
        await allNodes(ask, 'sworkerCodes', 'code expireBlock', at),
        (row) => row.code,
        (row) => ({ expireBlock: String(row.expireBlock) }),
      ),
    ],
    ['Identity.SuperOf', await simple('subIdentities', 'id', 'superAccount nameData')],
    ['Staking.Bonded', await simple('bonded', 'stash', 'controller')],
    ['Staking.StakeLimit', await simple('stakeLimits', 'stash', 'limit')],
    [
      'Staking.Validators',
      rows(
        (await allNodes(ask, 'validators', 'id isCandidate guaranteeFeePerbill', at)).filter((v) => v.isCandidate),
        (v) => v.id,
        (v) => ({ guaranteeFeePerbill: String(v.guaranteeFeePerbill) }),
      ),
    ],
    ['Staking.Guarantors', await guarantorRows(ask, at)],
    [
      'Staking.Ledger',
      rows(
        await allNodes(ask, 'ledgers', `controller stash total active unlocking ${unlocking} claimedRewards`, at),
        (l) => l.controller,
        (l) => pick(l, 'stash', 'total', 'active', 'unlocking', 'claimedRewards'),
      ),
    ],
    ...(await eraRows(ask, at)),
    [
      'Benefits.MarketBenefits',
      await benefit('merchants', 'totalFunds activeFunds usedFeeReductionQuota fileReward refreshedAt'),
    ],
    [
      'Benefits.SworkBenefits',
      await benefit('sworkBenefits', 'totalFunds activeFunds totalFeeReductionCount usedFeeReductionCount refreshedAt'),
    ],
  ]);
};
