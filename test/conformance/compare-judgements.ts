import type { ChainEntry, Fields } from './chain-items';
import { compareItem, type ItemResult } from './compare';
import type { Row } from './graphql';
import type { Judged } from './judgements';

const entry = (id: string, fields: Fields): ChainEntry => ({ id, fields, rawKeys: [] });

/** Who a row is about was said when it was made: by the report, or by the first judgement of a slot that had none. */
const comparable = ({ status, punished, judgedAtBlock, account, owner }: Row | Fields): Fields => ({
  status: status ?? null,
  punished: punished ?? null,
  judgedAtBlock: judgedAtBlock ?? null,
  ...(status === 'REPORTED' ? {} : { account: account ?? null, owner: owner ?? null }),
});

/** Rows of judged slots as of the head against what the chain's sweeps must have left. */
export const compareJudged = (judgements: Judged[], rows: Row[], head: number): ItemResult => {
  const expected = new Map<string, Fields>();
  const excused = new Set<string>();
  for (const judged of judgements) {
    // slot 0 is judged twice: the later judgement stands (runtime-details §3 row 13)
    for (const [id, row] of judged.rows) {
      const { account, owner } = expected.get(id) ?? row;
      expected.set(id, { ...row, account: account ?? null, owner: owner ?? null });
    }
    for (const id of judged.excused) excused.add(id);
  }
  const judgedRows = rows.filter(
    (row) => row.judgedAtBlock !== null || row.status === 'MISSED' || row.status === 'EXEMPT',
  );
  return compareItem(
    'SlotReport',
    head,
    [...expected].map(([id, row]) => entry(id, comparable(row))),
    new Map(judgedRows.map((row) => [String(row.id), comparable(row)])),
    excused,
  );
};

const SUMMARY_FIELDS = [
  'reporters',
  'missed',
  'exempt',
  'punished',
  'owners',
  'totalFree',
  'totalSpower',
  'totalFilesSizeBytes',
  'sweepEndBlock',
  'sweepStartBlock',
  'unreported',
  'judgedFree',
  'judgedSpower',
  'deadlineMismatches',
  'punishmentEnabled',
  'activeEra',
  'eraTotalStake',
  'issuance',
  'totalStakeLimit',
];
export const SUMMARY_SELECTION = `slot ${SUMMARY_FIELDS.join(' ')}`;

/** One summary for each judged slot, with the chain's totals and the counts of its rows. */
export const compareSummaries = (judgements: Judged[], rows: Row[], head: number): ItemResult => {
  const expected = new Map(judgements.map((judged) => [String(judged.slot), judged]));
  // counts that hang on overridden state
  const excused = new Set([...expected].filter(([, judged]) => judged.excused.size > 0).map(([slot]) => slot));
  return compareItem(
    'SlotSummary',
    head,
    [...expected].map(([slot, { summary }]) => entry(slot, summary)),
    new Map(
      rows.map((row) => [
        String(row.slot),
        Object.fromEntries(SUMMARY_FIELDS.map((name) => [name, row[name] ?? null])),
      ]),
    ),
    excused,
  );
};
