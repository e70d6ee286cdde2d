const MAX_CHUNK = 512;

/** Items by ascending key; many small sorted runs, so that an insertion never moves more than one run. */
export interface OrderedIndex<T extends { readonly key: string }> {
  /** The key must not be present yet. */
  insert(item: T): void;
  remove(key: string): void;
  /** Gives items with a key `>= key` (or `> key` when `after`) in ascending order, then undefined. */
  cursor(key: string, after: boolean): () => T | undefined;
}

export function orderedIndex<T extends { readonly key: string }>(): OrderedIndex<T> {
  const chunks: T[][] = [];

  /** the last chunk that starts at or before `key`, or the first one */
  const chunkOf = (key: string): number => {
    let low = 0;
    let high = chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (firstKey(chunks, middle) <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  return {
    insert(item) {
      const at = chunkOf(item.key);
      const chunk = chunks[at];
      if (chunk === undefined) {
        chunks.push([item]);
        return;
      }
      chunk.splice(lowerBound(chunk, item.key), 0, item);
      if (chunk.length > MAX_CHUNK) chunks.splice(at + 1, 0, chunk.splice(MAX_CHUNK >>> 1));
    },
    remove(key) {
      const at = chunkOf(key);
      const chunk = chunks[at];
      if (chunk === undefined) return;
      const position = lowerBound(chunk, key);
      if (chunk[position]?.key !== key) return;
      chunk.splice(position, 1);
      if (chunk.length === 0) chunks.splice(at, 1);
    },
    cursor(key, after) {
      let at = chunkOf(key);
      let position = lowerBound(chunks[at] ?? [], key);
      if (after && chunks[at]?.[position]?.key === key) position += 1;
      return () => {
        if (position >= (chunks[at]?.length ?? 0)) [at, position] = [at + 1, 0];
        position += 1;
        return chunks[at]?.[position - 1];
      };
    },
  };
}

function firstKey(chunks: readonly { readonly key: string }[][], at: number): string {
  return chunks[at]?.[0]?.key ?? '';
}

function lowerBound(chunk: readonly { readonly key: string }[], key: string): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((chunk[middle] as { key: string }).key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
