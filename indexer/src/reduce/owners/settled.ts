import type { Credit } from './replay';

/** A file that paid owners in this block by a settlement, or because it was illegal. */
export interface Settled {
  cidHex: string;
  /** all it paid: by how much its money shrank without a movement of the pot */
  total: bigint;
  /** what each of its payments was */
  pay: bigint;
  /** owners of its replicas before and after the block; null where the index does not know them (specs 1-2 ask Market.Bonded) */
  owners: ReadonlySet<string> | null;
  isIllegal: boolean;
}

/** Choices tried before giving up: blocks that settle dozens of files could have more than there is time for. */
const MOST_TRIES = 20_000;

/** How often each file paid, so that the payments make up the growth; once is likeliest. Null when no choice is found. */
const choose = (growth: bigint, files: { pay: bigint; most: number }[]): number[] | null => {
  let tries = 0;
  const from = (at: number, left: bigint): number[] | null => {
    if (left === 0n) return files.slice(at).map(() => 0);
    const file = files[at];
    if (!file || left < 0n || ++tries > MOST_TRIES) return null;
    const often = Array.from({ length: file.most + 1 }, (_, times) => times).slice(2);
    for (const times of file.most > 0 ? [1, 0, ...often] : [0]) {
      const others = from(at + 1, left - file.pay * BigInt(times));
      if (others) return [times, ...others];
    }
    return null;
  };
  return from(0, growth);
};

/**
 * Which files an owner's growth of pending reward came from. Before spec 17 a settlement pays those of a file's first four
 * replicas whose machines reported and whose owners have collateral: the ledgers tell who was paid, the files how much.
 */
export const settledCredits = (growths: ReadonlyMap<string, bigint>, files: Settled[]): Credit[] => {
  const credits: Credit[] = [];
  const left = new Map(files.map((file) => [file, file.total]));
  const leftOf = (file: Settled): bigint => left.get(file) ?? 0n;
  const credit = (owner: string, file: Settled, amount: bigint): void => {
    left.set(file, leftOf(file) - amount);
    const { cidHex, isIllegal } = file;
    credits.push({ cidHex, owner, who: null, amount, placesLeft: null, isIllegal, extrinsicIndex: null });
  };
  for (const [owner, growth] of growths) {
    if (growth <= 0n) continue;
    const possible = files.filter(({ pay, owners }) => pay > 0n && (owners === null || owners.has(owner)));
    const most = (file: Settled): number => Number(leftOf(file) / file.pay);
    const times = choose(
      growth,
      possible.map((file) => ({ pay: file.pay, most: most(file) })),
    );
    for (const [i, file] of possible.entries()) if (times?.[i]) credit(owner, file, file.pay * BigInt(times[i]));
    const [only] = possible;
    if (!times && only && possible.length === 1) credit(owner, only, growth);
  }
  return credits;
};
