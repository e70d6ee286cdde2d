import type { PlanNode, PlanQuestion } from './question';

/**
 * The grid of a plan: what may stand on each node. The money (what is new and, if guarantees may be cut, what stands) is
 * divided into equal parts. A node gets whole parts on top of what stands on it; what stands stays whole or is cut down to
 * whole parts or to nothing. No option asks for a call of the existential deposit or less.
 */

export interface Option {
  /** parts of the money it takes; what stands takes its whole parts, its rest belongs to nobody else */
  cost: number;
  amountPico: bigint;
}

export interface Grid {
  unitPico: bigint;
  /** parts there are */
  capacity: number;
  /** none, one, two … all parts, in pico */
  multiples: readonly bigint[];
}

export const heldBy = (node: PlanNode, guarantor: string): bigint =>
  node.votes.find(({ who }) => who === guarantor)?.value ?? 0n;

export const gridOf = (question: PlanQuestion): Grid => {
  const { nodes, guarantor, newPico, mayCut, parts } = question;
  const held = mayCut ? nodes.map((node) => heldBy(node, guarantor)) : [];
  const money = held.reduce((sum, one) => sum + one, newPico);
  const unitPico = money / BigInt(parts);
  if (unitPico === 0n) return { unitPico: 1n, capacity: 0, multiples: [0n] };
  const capacity = Number(held.reduce((sum, one) => sum + one / unitPico, newPico / unitPico));
  return { unitPico, capacity, multiples: Array.from({ length: capacity + 1 }, (_, i) => BigInt(i) * unitPico) };
};

/** All that may stand on a node, by cost; the first one is the least. */
export const menuOf = (question: PlanQuestion, node: PlanNode, { unitPico, capacity, multiples }: Grid): Option[] => {
  const { guarantor, mayCut, maxPerNodePico, existentialDepositPico } = question;
  const held = heldBy(node, guarantor);
  const options: Option[] = [];
  const keeps = mayCut ? Number(held / unitPico) : 0;
  const offer = (cost: number, amountPico: bigint): void => {
    const change = amountPico > held ? amountPico - held : held - amountPico;
    // a cut may ask for more than stands, so that everything can always go
    if (change > 0n && amountPico > 0n && change <= existentialDepositPico) return;
    if (amountPico > held && (!node.mayAdd || (maxPerNodePico !== null && amountPico > maxPerNodePico))) return;
    options.push({ cost, amountPico });
  };
  if (mayCut && held > 0n)
    for (let cost = 0; BigInt(cost) * unitPico < held; cost++) offer(cost, multiples[cost] as bigint);
  const most = node.mayAdd ? capacity : keeps;
  for (let cost = keeps; cost <= most; cost++) offer(cost, held + (multiples[cost - keeps] as bigint));
  return options;
};
