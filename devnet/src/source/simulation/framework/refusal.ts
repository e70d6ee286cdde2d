/** Why a node does not take an extrinsic: the JSON-RPC error it answers. */
export interface Refusal {
  readonly refused: true;
  readonly code: number;
  readonly message: string;
  readonly data?: string | undefined;
  /** its number in the runtime's enum InvalidTransaction, if it is one of those */
  readonly invalidity?: number;
}

const refuse = (code: number, message: string, data?: string): Refusal => ({ refused: true, code, message, data });
const invalid = (invalidity: number, why: string) => (): Refusal => ({
  ...refuse(1010, 'Invalid Transaction', why),
  invalidity,
});

/** What makes an extrinsic invalid, in the words of a node of the metadata-V12 age. */
export const INVALID = {
  future: invalid(2, 'Transaction will be valid in the future'),
  stale: invalid(3, 'Transaction is outdated'),
  badProof: invalid(4, 'Transaction has a bad signature'),
  ancientBirthBlock: invalid(5, 'Transaction has an ancient birth block'),
  payment: invalid(1, 'Inability to pay some fees (e.g. account balance too low)'),
  exhausts: invalid(6, 'Transaction would exhaust the block limits'),
  mandatory: invalid(9, 'Transaction dispatch is mandatory; transactions may not have mandatory dispatches.'),
} as const;

/** Bytes that are no extrinsic behind its length. */
export const badFormat = (why: string): Refusal => refuse(1001, `Extrinsic has invalid format: ${why}`);

/** An extrinsic the runtime cannot read. */
export function unreadable(why: string): Refusal {
  const reason = `Execution: Could not convert parameter \`tx\` between node and runtime: ${why}`;
  return refuse(1002, `Verification Error: ${reason}`, `RuntimeApi("${reason}")`);
}

export const banned = (): Refusal => refuse(1012, 'Transaction is temporarily banned');
export const alreadyImported = (hash: string): Refusal => refuse(1013, 'Transaction Already Imported', hash);
export const tooLowPriority = (old: bigint, fresh: bigint): Refusal =>
  refuse(
    1014,
    `Priority is too low: (${old} vs ${fresh})`,
    'The transaction has too low priority to replace another transaction already in the pool.',
  );
export const poolIsFull = (): Refusal =>
  refuse(1016, 'Immediately Dropped', "The transaction couldn't enter the pool because of the limit");
