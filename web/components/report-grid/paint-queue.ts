/** Paints a little in each frame, so that scrolling is never held up by many tiles that come into sight at once. */

const BUDGET_MS = 5;

const waiting = new Set<() => void>();
let scheduled = false;

const work = (): void => {
  scheduled = false;
  const since = performance.now();
  for (const paint of waiting) {
    waiting.delete(paint);
    paint();
    if (performance.now() - since > BUDGET_MS) break;
  }
  if (waiting.size > 0) schedule();
};

const schedule = (): void => {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(work);
};

/** Paints in one of the next frames; the function given back takes the wish away again. */
export const paintSoon = (paint: () => void): (() => void) => {
  waiting.add(paint);
  schedule();
  return () => {
    waiting.delete(paint);
  };
};
