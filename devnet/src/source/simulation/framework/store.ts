import { type Codec, encodeHex, type Hex } from '../../../codec/scale';
import type { StateStore } from '../../../state';

/** One storage key: its decoded current value (undefined = absent) and what was last written to the history. */
export interface Cell {
  readonly raw: Hex;
  readonly codec: Codec<unknown>;
  readonly owner: CellOwner;
  value: unknown;
  flushed: Hex | null;
  dirty: boolean;
}

export interface CellOwner {
  /** a cell of this owner appeared or vanished */
  presence(): void;
  /** a cell is absent at the end of a block and need not be kept */
  forget(cell: Cell): void;
}

/** The chain's present state: decoded values, written as raw key and value at the end of each block. */
export interface Store {
  cell(raw: Hex, codec: Codec<unknown>, owner: CellOwner): Cell;
  write(cell: Cell, value: unknown): void;
  /** Runs `work`; if it throws, all its writes are taken back. Nests. */
  transaction<T>(work: () => T): T;
  /** Writes what changed since the last flush into the history as of `block`. */
  flush(block: number): void;
}

/** `freeze` makes stored values deeply immutable, so that a pallet changing one in place fails loudly (tests). */
export function createStore(history: StateStore, freeze = false): Store {
  let dirty: Cell[] = [];
  let depth = 0;
  const undo: { cell: Cell; value: unknown }[] = [];

  function put(cell: Cell, value: unknown): void {
    const appeared = (cell.value === undefined) !== (value === undefined);
    cell.value = value;
    if (!cell.dirty) {
      cell.dirty = true;
      dirty.push(cell);
    }
    if (appeared) cell.owner.presence();
  }

  return {
    cell: (raw, codec, owner) => ({ raw, codec, owner, value: undefined, flushed: null, dirty: false }),
    write(cell, value) {
      if (depth > 0) undo.push({ cell, value: cell.value });
      put(cell, freeze ? deepFreeze(value) : value);
    },
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
    flush(block) {
      const cells = dirty;
      dirty = [];
      for (const cell of cells) {
        cell.dirty = false;
        const encoded = cell.value === undefined ? null : encodeHex(cell.codec, cell.value);
        if (encoded !== cell.flushed) {
          cell.flushed = encoded;
          history.set(block, cell.raw, encoded);
        }
        if (encoded === null) cell.owner.forget(cell);
      }
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
