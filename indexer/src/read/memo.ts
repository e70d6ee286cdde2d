/**
 * Raw storage values as of one block, so that the next block knows what a value was before it without asking the
 * database. It belongs to the hash of that block: whenever the next block is not its child (a rewind, a restart, another
 * worker's turn) it is emptied, so it can be missing something but never wrong.
 */
export interface StateMemo {
  /** value at the parent: hex, null for "no such key", undefined for "not remembered" */
  get(key: string): string | null | undefined;
  /** every mirrored key that exists at the parent is remembered: one that is not remembered does not exist */
  isComplete(): boolean;
  /** call before a block is handled */
  begin(parentHash: string): void;
  /** call after a block is written: what was read at it becomes what is known; `all`: every mirrored key was read */
  commit(blockHash: string, values: ReadonlyMap<string, string | null>, all?: boolean): void;
}

/** About 200 MB of text at most; the longest-unread values are dropped first. */
const MAX_CHARACTERS = 100_000_000;

export const createMemo = (maxCharacters: number = MAX_CHARACTERS): StateMemo => {
  const values = new Map<string, string | null>();
  let characters = 0;
  let at: string | null = null;
  let complete = false;

  const drop = (key: string): void => {
    const value = values.get(key);
    if (value === undefined) return;
    values.delete(key);
    characters -= key.length + (value?.length ?? 0);
  };
  return {
    get: (key) => values.get(key),
    begin: (parentHash) => {
      if (at === parentHash) return;
      values.clear();
      characters = 0;
      at = null;
      complete = false;
    },
    isComplete: () => complete,
    commit: (blockHash, fresh, all = false) => {
      complete ||= all;
      for (const [key, value] of fresh) {
        drop(key);
        values.set(key, value);
        characters += key.length + (value?.length ?? 0);
      }
      for (const key of values.keys()) {
        if (characters <= maxCharacters) break;
        drop(key);
        complete = false;
      }
      at = blockHash;
    },
  };
};
