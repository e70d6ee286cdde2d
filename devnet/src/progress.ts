const EVERY_MS = 1000;

/** Tells on stderr, at most once a second, how far the past blocks of a chain are made. */
export function showProgress(
  now: () => number = () => performance.now(),
  tell: (line: string) => void = (line) => console.error(line),
): (block: number, of: number) => void {
  const started = now();
  let told = started;
  return (block, of) => {
    const time = now();
    if (time - told < EVERY_MS) return;
    told = time;
    const perSecond = Math.round((block * 1000) / (time - started));
    tell(`devnet: ${block} of ${of} blocks made, ${perSecond} a second`);
  };
}
