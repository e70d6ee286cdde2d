/**
 * The lives of a CID. A new order on a CID that the chain does not hold begins a life; the chain's deletion of the row ends
 * it (crust-protocol §3.4). What comes after the end, up to the next new order, still belongs to the life that ended.
 */
export type LifeEnd = 'CLOSED' | 'ILLEGAL';

/** Anything that happened to the file, in the order in which it happened. */
export interface LifeEvent {
  /** a kind of the life line, or what the storage pot gave to the reserved pot at its end */
  kind: string;
  block: number;
  /** pico-CRU, where the kind has an amount */
  amount: bigint | null;
}

/** Pico-CRU that moved for a file during one life. */
export interface LifeMoney {
  /** paid for orders, the tips included: new ones and extensions */
  ordered: bigint;
  /** paid out of the prepaid pool for renewals */
  renewed: bigint;
  /** put into the prepaid pool */
  prepaid: bigint;
  /** credited to owners who hold it */
  ownersPaid: bigint;
  /** paid to those who settled it after its time */
  liquidated: bigint;
  /** given up to the reserved pot when it was closed or removed */
  forfeited: bigint;
}

export interface FileLife {
  /** 1 for the first */
  number: number;
  /** block of the order that began it; of the first thing known of it when the order lies before the index */
  from: number;
  /** block in which the chain deleted it; null while it goes on */
  to: number | null;
  end: LifeEnd | null;
  money: LifeMoney;
}

/** Kind of the movement that gives up a closed or illegal file's money. */
export const FORFEITED = 'FORFEITED';

const SUMS: Readonly<Record<string, keyof LifeMoney>> = {
  ORDERED: 'ordered',
  EXTENDED: 'ordered',
  RENEWED: 'renewed',
  PREPAID: 'prepaid',
  OWNER_PAID: 'ownersPaid',
  LIQUIDATED: 'liquidated',
  [FORFEITED]: 'forfeited',
};

const begin = (number: number, from: number): FileLife => ({
  number,
  from,
  to: null,
  end: null,
  money: { ordered: 0n, renewed: 0n, prepaid: 0n, ownersPaid: 0n, liquidated: 0n, forfeited: 0n },
});

/** Cuts what happened to a file, oldest first, into its lives. */
export const livesOf = (events: Iterable<LifeEvent>): FileLife[] => {
  const lives: FileLife[] = [];
  for (const { kind, block, amount } of events) {
    let life = lives.at(-1);
    if (life === undefined || kind === 'ORDERED') {
      life = begin(lives.length + 1, block);
      lives.push(life);
    }
    if (kind === 'CLOSED' || kind === 'ILLEGAL') {
      life.to = block;
      life.end = kind;
    }
    const sum = SUMS[kind];
    if (sum !== undefined) life.money[sum] += amount ?? 0n;
  }
  return lives;
};
