import type { WholeReceipt, WholeReceipts } from '../../lib/receipt/whole';
import type { ReceiptData } from './fragment';

/** One figure and what proves it: the places on the chain it stands in, or is worked out from by the rule. */
export interface Proof {
  /** what the figure is, in words: "prepaid pool" */
  of: string;
  /** the exact figure with its unit, as the chain keeps it or as the rule gives it */
  raw: string | null;
  /** how it is worked out, when it does not stand on the chain as it is shown */
  rule?: string;
  /** the questions that lead to its receipts */
  receipts: readonly string[];
}

/** A proof out of whatever receipts there are; null when there is none, since then there is nothing to show. */
export const proofOf = (
  of: string,
  raw: string | number | null,
  receipts: ReceiptData | null | undefined | readonly (ReceiptData | null | undefined)[],
  rule?: string,
): Proof | null => {
  const given: readonly (ReceiptData | null | undefined)[] = Array.isArray(receipts) ? receipts : [receipts];
  const known = given.flatMap((one) => one?.question ?? []);
  if (raw === null || known.length === 0) return null;
  return { of, raw: String(raw), receipts: known, ...(rule === undefined ? {} : { rule }) };
};

/** The proofs there are. */
export const proofsOf = (...proofs: readonly (Proof | null)[]): Proof[] => proofs.filter((proof) => proof !== null);

/** The questions of all proofs, each once. */
export const questionsOf = (proofs: readonly Proof[]): string[] => [
  ...new Set(proofs.flatMap(({ receipts }) => receipts)),
];

const wholeOf = ({ receipts }: Proof, whole: WholeReceipts): WholeReceipt[] =>
  receipts.flatMap((question) => whole[question] ?? []);

/** How a figure is worked out: by the page's own rule, else by that of its receipt. */
export const ruleOf = (proof: Proof, whole: WholeReceipts): string | null =>
  proof.rule ?? wholeOf(proof, whole).find(({ rule }) => rule !== null)?.rule ?? null;

/** Two receipts that name the same place at the same block. */
const placeOf = ({ kind, block, storageKey, extrinsicIndex, eventIndex, sources }: WholeReceipt): string =>
  [kind, block, storageKey, extrinsicIndex, eventIndex, ...sources.map(({ name }) => name)].join('/');

/** The places several figures come from, each once, in the order they are first named. */
export const placesOf = (
  proofs: readonly Proof[],
  whole: WholeReceipts,
): { receipt: WholeReceipt; figures: number[] }[] => {
  const places = new Map<string, { receipt: WholeReceipt; figures: number[] }>();
  proofs.forEach((proof, i) => {
    for (const receipt of wholeOf(proof, whole)) {
      const place = places.get(placeOf(receipt)) ?? { receipt, figures: [] };
      if (!place.figures.includes(i)) place.figures.push(i);
      places.set(placeOf(receipt), place);
    }
  });
  return [...places.values()];
};

export const picoText = (pico: string | bigint | null | undefined): string | null =>
  pico === null || pico === undefined ? null : `${pico} pico`;
export const bytesText = (bytes: string | number | null | undefined): string | null =>
  bytes === null || bytes === undefined ? null : `${bytes} B`;
export const perbillText = (perbill: number | null | undefined): string | null =>
  perbill === null || perbill === undefined ? null : `${perbill} / 1000000000`;
