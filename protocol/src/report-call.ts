/** Work reports as the calls of an extrinsic carry them (crust-protocol §1.3, §4.5); arguments never changed, specs 1–25. */

/** One entry of `added_files` or `deleted_files`. */
export interface ReportFile {
  cidHex: string;
  sizeBytes: bigint;
  /** block the enclave attests the file for */
  validAt: bigint;
}

/** The arguments of swork.report_works; bytes as 0x-hex. */
export interface ReportCall {
  currPk: string;
  /** key of the enclave that is handed over; `0x` when none is */
  abUpgradePk: string;
  slot: bigint;
  slotHash: string;
  srdBytes: bigint;
  filesSizeBytes: bigint;
  added: ReportFile[];
  deleted: ReportFile[];
  srdRoot: string;
  filesRoot: string;
  signature: string;
}

export interface FoundReport {
  /** the calls around it, outermost first: empty for a report that is the extrinsic's own call */
  wrappers: string[];
  /** null when an argument was cut from the index because it is too long */
  call: ReportCall | null;
}

type Json = unknown;
interface Node {
  pallet: string;
  call: string;
  args: { name: string; value: Json }[];
}

/** Calls that only store or note the call they carry: what is inside has not run. */
const DEFERRING = new Set([
  'scheduler.schedule',
  'scheduler.schedule_named',
  'scheduler.schedule_after',
  'scheduler.schedule_named_after',
  'council.propose',
  'technicalCommittee.propose',
]);

const isNode = (value: Json): value is Node =>
  value !== null &&
  typeof value === 'object' &&
  'pallet' in value &&
  'call' in value &&
  'args' in value &&
  Array.isArray(value.args);

const HEX = /^0x(?:[0-9a-f]{2})*$/;

const integer = (value: Json): bigint | null =>
  (typeof value === 'string' && /^\d+$/.test(value)) ||
  (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
    ? BigInt(value)
    : null;
const bytes = (value: Json): string | null => (typeof value === 'string' && HEX.test(value) ? value : null);

const fileOf = (value: Json): ReportFile | null => {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [cidHex, sizeBytes, validAt] = [bytes(value[0]), integer(value[1]), integer(value[2])];
  return cidHex === null || sizeBytes === null || validAt === null ? null : { cidHex, sizeBytes, validAt };
};

const filesOf = (value: Json): ReportFile[] | null => {
  if (!Array.isArray(value)) return null;
  const files = value.map(fileOf);
  return files.includes(null) ? null : (files as ReportFile[]);
};

const whole = <T extends object>(parts: { [Key in keyof T]: T[Key] | null }): T | null =>
  Object.values(parts).includes(null) ? null : (parts as T);

const readReport = ({ args }: Node): ReportCall | null => {
  const arg = (name: string): Json => args.find((one) => one.name === name)?.value;
  return whole<ReportCall>({
    currPk: bytes(arg('curr_pk')),
    abUpgradePk: bytes(arg('ab_upgrade_pk')),
    slot: integer(arg('slot')),
    slotHash: bytes(arg('slot_hash')),
    srdBytes: integer(arg('reported_srd_size')),
    filesSizeBytes: integer(arg('reported_files_size')),
    added: filesOf(arg('added_files')),
    deleted: filesOf(arg('deleted_files')),
    srdRoot: bytes(arg('reported_srd_root')),
    filesRoot: bytes(arg('reported_files_root')),
    signature: bytes(arg('sig')),
  });
};

const visit = (value: Json, wrappers: string[], found: FoundReport[]): void => {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, wrappers, found);
    return;
  }
  if (!isNode(value)) return;
  const name = `${value.pallet}.${value.call}`;
  if (name === 'swork.report_works') {
    found.push({ wrappers, call: readReport(value) });
    return;
  }
  if (DEFERRING.has(name)) return;
  for (const arg of value.args) visit(arg.value, [...wrappers, name], found);
};

/**
 * Every report_works of a call, in the order of execution, from the index's JSON of it
 * ({pallet, call, args: [{name, type, value}]}, nested calls inside). Reports that are only scheduled or proposed are
 * left out: they have not run.
 */
export const reportsInCall = (callTree: string): FoundReport[] => {
  const found: FoundReport[] = [];
  visit(JSON.parse(callTree) as Json, [], found);
  return found;
};

/** What the index's row of a report says of the call it came from. */
export interface ReportMark {
  pubKey: string | null;
  slot: number;
  /** accepted reports come from the first call that fits, repeated and refused ones from those after it */
  accepted: boolean;
}

/**
 * The call behind the `at`-th of an extrinsic's reports. Rows of one key and slot are told apart by their order: the
 * accepted one first, then those that came to nothing as they were made.
 */
export const callOfReport = (found: FoundReport[], marks: readonly ReportMark[], at: number): FoundReport | null => {
  const mark = marks[at];
  if (mark === undefined) return null;
  const alike = (one: ReportMark) => one.pubKey === mark.pubKey && one.slot === mark.slot;
  const fits = found.filter(({ call }) => call?.currPk === mark.pubKey && call.slot === BigInt(mark.slot));
  if (fits.length === 0) return found.length === 1 ? (found[0] ?? null) : null;
  if (mark.accepted) return fits[0] ?? null;
  const accepted = marks.filter((one) => one.accepted && alike(one)).length;
  const before = marks.slice(0, at).filter((one) => !one.accepted && alike(one)).length;
  return fits[accepted + before] ?? null;
};
