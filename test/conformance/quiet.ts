/** What @polkadot/api says of every array type in metadata before V14, by the thousand and without consequence. */
const HARMLESS =
  /Unable to map .* to a lookup index|MetadataApi not available|has multiple versions, ensure that there is only one installed/;

/** Keeps that off the console; everything else stays. Returns the undoing. */
export const quietPolkadot = (): (() => void) => {
  const undo = (['log', 'warn', 'error'] as const).map((kind) => {
    const original = console[kind];
    console[kind] = (...words: unknown[]) => {
      if (!words.some((word) => HARMLESS.test(String(word)))) original(...words);
    };
    return () => {
      console[kind] = original;
    };
  });
  return () => {
    for (const one of undo) one();
  };
};
