import { type Codec, decode, encodeHex, type Hex, raw } from '../../../codec/scale';

/** Encoded state beneath the decoded values: what the chain's last block left. */
export interface RawState {
  get(key: Hex): Hex | null;
  /** keys that begin with `prefix`, in byte order */
  keys(prefix: Hex): readonly Hex[];
}

/** One storage key with its decoded present value (undefined = absent). */
export interface Cell {
  readonly raw: Hex;
  readonly codec: Codec<unknown>;
  readonly owner: CellOwner;
  value: unknown;
  /** differs, perhaps, from the state beneath */
  dirty: boolean;
  /** the store's round in which it was last asked for */
  usedIn: number;
}

export interface CellOwner {
  /** a cell of this owner appeared or vanished */
  presence(cell: Cell): void;
  /** Drops clean cells last used before `round` (all cells when undefined); returns how many are left. */
  evict(round: number | undefined): number;
  /** The cell of a raw key, if the key is one of this owner's. */
  cellAt(raw: Hex): Cell | undefined;
}

/**
 * The chain's present state as decoded values: read from the state beneath on first use, written back as raw key and
 * value at the end of each block. Clean values that nobody asks for are dropped once there are too many.
 */
export interface Store {
  /** counts up with every eviction; cells note it when they are used */
  round(): number;
  /** Has an owner asked when values are to be dropped. */
  register(owner: CellOwner): void;
  /** The cell of `raw` with its value out of the state beneath. */
  load(raw: Hex, codec: Codec<unknown>, owner: CellOwner): Cell;
  keysBeneath(prefix: Hex): readonly Hex[];
  write(cell: Cell, value: unknown): void;
  /** Sets any key to encoded bytes, or removes it (null), behind the back of whoever holds it. */
  writeRaw(key: Hex, encoded: Hex | null): void;
  /** Keys that begin with `prefix`, those written since the last flush included; some may be absent by now. */
  keysWithin(prefix: Hex): readonly Hex[];
  /** Runs `work`; if it throws, all its writes are taken back. Nests. */
  transaction<T>(work: () => T): T;
  /** Hands every value written since the last flush to `put`, null for a removed one; the state beneath must then hold them. */
  flush(put: (key: Hex, value: Hex | null) => void): void;
  /** Forgets every value, written or not, so that the state beneath can be exchanged. */
  forget(): void;
}

/** Decoded values kept before the unused ones are dropped. */
const KEPT_CELLS = 100_000;

/** `freeze` makes stored values deeply immutable, so that a pallet changing one in place fails loudly (tests). */
export function createStore(beneath: RawState, freeze = false, keptCells = KEPT_CELLS): Store {
  let dirty: Cell[] = [];
  let depth = 0;
  let round = 0;
  let loaded = 0;
  let evictAt = keptCells;
  const owners: CellOwner[] = [];
  const undo: { cell: Cell; value: unknown }[] = [];

  function put(cell: Cell, value: unknown): void {
    const moved = (cell.value === undefined) !== (value === undefined);
    cell.value = value;
    if (!cell.dirty) {
      cell.dirty = true;
      dirty.push(cell);
    }
    if (moved) cell.owner.presence(cell);
  }
  /** keys that no pallet here holds */
  const strays = new Map<Hex, Cell>();
  const nobody: CellOwner = {
    presence: () => undefined,
    evict: (round) => {
      for (const [key, cell] of strays) if (round === undefined || !cell.dirty) strays.delete(key);
      return strays.size;
    },
    cellAt: (key) => strays.get(key),
  };
  owners.push(nobody);
  function evict(): void {
    loaded = owners.reduce((left, owner) => left + owner.evict(round), 0);
    round += 1;
    evictAt = Math.max(keptCells, loaded + keptCells / 2);
  }

  function load(key: Hex, codec: Codec<unknown>, owner: CellOwner): Cell {
    loaded += 1;
    const encoded = beneath.get(key);
    const value = encoded === null ? undefined : decode(codec, encoded);
    return { raw: key, codec, owner, value: freeze ? deepFreeze(value) : value, dirty: false, usedIn: round };
  }
  function write(cell: Cell, value: unknown): void {
    if (depth > 0) undo.push({ cell, value: cell.value });
    put(cell, freeze ? deepFreeze(value) : value);
  }

  return {
    round: () => round,
    register: (owner) => owners.push(owner),
    load,
    keysBeneath: (prefix) => beneath.keys(prefix),
    write,
    writeRaw(key, encoded) {
      const held = owners.flatMap((owner) => owner.cellAt(key) ?? []);
      if (held.length === 0) {
        const stray = load(key, raw as Codec<unknown>, nobody);
        strays.set(key, stray);
        held.push(stray);
      }
      for (const cell of held) write(cell, encoded === null ? undefined : decode(cell.codec, encoded));
    },
    keysWithin: (prefix) => [
      ...new Set([...beneath.keys(prefix), ...dirty.map((cell) => cell.raw).filter((key) => key.startsWith(prefix))]),
    ],
    transaction(work) {
      const start = undo.length;
      depth++;
      try {
        return work();
      } catch (error) {
        for (const { cell, value } of undo.splice(start).reverse()) put(cell, value);
        throw error;
      } finally {
        depth--;
        if (depth === 0) undo.length = 0;
      }
    },
    flush(write) {
      const cells = dirty;
      dirty = [];
      for (const cell of cells) {
        cell.dirty = false;
        write(cell.raw, cell.value === undefined ? null : encodeHex(cell.codec, cell.value));
      }
      if (loaded > evictAt) evict();
    },
    forget() {
      dirty = [];
      for (const owner of owners) owner.evict(undefined);
      loaded = 0;
    },
  };
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    if (value instanceof Map) for (const item of value.values()) deepFreeze(item);
    else for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
