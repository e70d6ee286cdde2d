import type { SpecVersion } from '../../codec/metadata';
import { InputError } from '../../input-error';
import type { Hex } from '../source';
import { branchPlan } from './branch-plan';
import type { Chain } from './chain';
import { decodeExtrinsic, readUnverified, type SignedExtrinsic } from './framework/extrinsic';
import { rngOf } from './framework/rng';
import type { Journal, JournalEntry } from './journal';
import type { Pool } from './pool';
import type { RetiredBlocks } from './retired';

const encodedOf = ({ encoded }: SignedExtrinsic): Hex => encoded;

/** People's extrinsics remembered, so that a fork does not lose them. */
const REMEMBERED = 5000;

export interface Producer {
  /** one more block on the best branch, which may carry a runtime upgrade */
  produce(upgradeTo?: SpecVersion): void;
  /** takes the last blocks away and builds another branch, longer by one */
  fork(blocks: number): void;
  /** makes a block of the journal again */
  repeat(entry: JournalEntry): void;
  finalized(): number;
  onImport(listener: (hash: Hex) => void): () => void;
  onBest(listener: (block: number, since: number) => void): () => void;
}

export interface ProducerParts {
  readonly seed: number;
  readonly chain: Chain;
  readonly pool: Pool;
  readonly journal: Journal;
  readonly retired: RetiredBlocks;
  /** keeps a block's writes and runtime before it is taken away */
  readonly retire: (block: number) => void;
  /** blocks at the head that are not final */
  readonly finalityLag: number;
}

/** Makes the blocks of a chain that people talk to, and forks it. */
export function producer(parts: ProducerParts): Producer {
  const { seed, chain, pool, journal, retired, finalityLag } = parts;
  const imports = new Set<(hash: Hex) => void>();
  const bests = new Set<(block: number, since: number) => void>();
  const people = new Set<Hex>();
  let forks = 0;

  const finalized = () => Math.max(0, chain.head() - finalityLag);
  const remember = (extrinsics: readonly Hex[]) => {
    for (const each of extrinsics) people.add(each);
    for (const each of people) {
      if (people.size <= REMEMBERED) break;
      people.delete(each);
    }
  };
  function made(submitted: readonly Hex[], how: Pick<JournalEntry, 'branch' | 'upgradeTo'>): void {
    const block = chain.head();
    const hash = chain.hash(block);
    journal.append({ block, hash, submitted, ...how });
    pool.blockMade(chain.body(block));
    // signatures cover the spec version: whoever waits has signed for the old one
    if (upgradeIn(block) !== undefined) pool.retract([]);
    retired.finalize(finalized());
    for (const listener of [...imports]) listener(hash);
  }
  /** the spec a block upgraded to, if it did */
  function upgradeIn(block: number): SpecVersion | undefined {
    const spec = chain.specAt(block);
    return spec === chain.specAt(block - 1) ? undefined : spec;
  }
  function produce(since: number, upgradeTo?: SpecVersion): void {
    const ready = pool.ready();
    const submitted = ready.map((x) => x.encoded);
    chain.produce(ready, upgradeTo);
    remember(submitted);
    made(submitted, upgradeTo === undefined ? {} : { upgradeTo });
    for (const listener of [...bests]) listener(chain.head(), since);
  }
  function takeBack(to: number): void {
    for (let block = to + 1; block <= chain.head(); block += 1) parts.retire(block);
    chain.rewind(to);
  }
  /** Bodies without their inherents, up to the head. */
  const bodiesAfter = (block: number): Hex[][] =>
    Array.from({ length: chain.head() - block }, (_, i) => chain.body(block + 1 + i).slice(1));
  /** What another spec wrote may not be read any more; it is not repeated on the new branch. */
  const readable = (encoded: Hex): SignedExtrinsic[] => {
    try {
      return [readUnverified(chain.signing, encoded)];
    } catch {
      return [];
    }
  };
  /** Signatures can cover the hash of a block that is gone, so they are checked once more. */
  const stillSigned = (encoded: Hex): SignedExtrinsic[] => {
    const checked = decodeExtrinsic(chain.signing, encoded, chain.head() + 1);
    return 'refused' in checked ? [] : [checked];
  };

  return {
    finalized,
    produce: (upgradeTo) => produce(chain.head() + 1, upgradeTo),
    fork(blocks) {
      const open = chain.head() - finalized();
      if (blocks > open) {
        throw new InputError(
          `${blocks} blocks cannot be forked away: only the last ${open} are not final (--finality-lag ${finalityLag})`,
        );
      }
      forks += 1;
      const branch = String(forks);
      const from = chain.head() - blocks;
      const bodies = bodiesAfter(from);
      const upgrades = bodies.map((_, i) => upgradeIn(from + 1 + i));
      takeBack(from);
      const read = bodies.map((body) => body.flatMap(readable));
      const plan = branchPlan(read, rngOf(`${seed}/fork ${branch}/${from}`), (x) => people.has(x.encoded));
      let putOff: readonly SignedExtrinsic[] = [];
      plan.forEach((body, i) => {
        const upgradeTo = upgrades[i];
        putOff = chain.produceBranch(branch, [...putOff, ...body].map(encodedOf).flatMap(stillSigned), upgradeTo);
        made(chain.body(chain.head()).slice(1), { branch, ...(upgradeTo === undefined ? {} : { upgradeTo }) });
      });
      const again = new Set(bodiesAfter(from).flat());
      const left = bodies.flat().filter((encoded) => people.has(encoded) && !again.has(encoded));
      pool.retract([...new Set([...left, ...putOff.map(encodedOf)])]);
      produce(from + 1);
    },
    repeat({ block, branch, submitted, upgradeTo }) {
      if (branch !== undefined) forks = Number(branch);
      else remember(submitted);
      if (block <= chain.head()) takeBack(block - 1);
      const extrinsics = submitted.map((encoded) => {
        const extrinsic = decodeExtrinsic(chain.signing, encoded, block);
        if ('refused' in extrinsic) throw new InputError(`block ${block} of the journal holds what cannot be included`);
        return extrinsic;
      });
      if (branch === undefined) chain.produce(extrinsics, upgradeTo);
      else chain.produceBranch(branch, extrinsics, upgradeTo);
      retired.finalize(finalized());
    },
    onImport(listener) {
      imports.add(listener);
      return () => imports.delete(listener);
    },
    onBest(listener) {
      bests.add(listener);
      return () => bests.delete(listener);
    },
  };
}
