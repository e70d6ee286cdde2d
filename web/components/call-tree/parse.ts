export interface CallNode {
  pallet: string;
  call: string;
  args: { name: string; type: string; value: unknown }[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A value that is itself a call: {pallet, call, args}. */
export const asCall = (value: unknown): CallNode | null => {
  if (!isRecord(value) || typeof value.pallet !== 'string' || typeof value.call !== 'string') return null;
  const args = Array.isArray(value.args) ? value.args : [];
  return {
    pallet: value.pallet,
    call: value.call,
    args: args
      .filter(isRecord)
      .map((arg) => ({ name: String(arg.name ?? ''), type: String(arg.type ?? ''), value: arg.value })),
  };
};

/** The stored call tree; null when it is not one. */
export const parseCallTree = (json: string): CallNode | null => {
  try {
    return asCall(JSON.parse(json));
  } catch {
    return null; // the page then shows the text as it is stored
  }
};
