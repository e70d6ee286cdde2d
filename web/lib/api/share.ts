/** Receipts carry the raw value of a whole storage row, and many figures of a page stand in the same row. */
const isReceipt = (value: object): boolean => 'rpcMethod' in value && 'rawValue' in value;

/**
 * The same answer, with receipts that are equal being one object: React writes an object that several client components
 * share into the page once. Data is as JSON.parse gives it; it is changed in place.
 */
export const shareReceipts = <T>(data: T): T => {
  const known = new Map<string, object>();
  const shared = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (!isReceipt(value)) {
      visit(value);
      return value;
    }
    const text = JSON.stringify(value);
    const first = known.get(text);
    if (first === undefined) known.set(text, value);
    return first ?? value;
  };
  const visit = (holder: object): void => {
    for (const [name, value] of Object.entries(holder)) {
      if (value !== null && typeof value === 'object') (holder as Record<string, unknown>)[name] = shared(value);
    }
  };
  return shared(data) as T;
};
