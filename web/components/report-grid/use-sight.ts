'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type Measure, type Span, tilesInSight } from './geometry';

interface InSight {
  tiles: Span;
  days: Span;
}

const same = (a: InSight, b: InSight): boolean =>
  a.tiles.first === b.tiles.first &&
  a.tiles.end === b.tiles.end &&
  a.days.first === b.days.first &&
  a.days.end === b.days.end;

/** The tiles a scrolling frame shows; changes only when other tiles come into sight, not with every pixel. */
export const useSight = (
  frame: RefObject<HTMLElement | null>,
  measure: Measure,
  margin: { left: number; top: number },
) => {
  const { left, top } = margin;
  const look = useCallback((): InSight => {
    const view = frame.current;
    const sight = view
      ? {
          left: view.scrollLeft,
          top: view.scrollTop,
          width: Math.max(0, view.clientWidth - left),
          height: Math.max(0, view.clientHeight - top),
        }
      : { left: 0, top: 0, width: 0, height: 0 };
    return tilesInSight(measure, sight);
  }, [frame, measure, left, top]);
  const [inSight, setInSight] = useState<InSight>(() =>
    tilesInSight(measure, { left: 0, top: 0, width: 0, height: 0 }),
  );
  const refresh = useCallback(() => {
    const next = look();
    setInSight((old) => (same(old, next) ? old : next));
  }, [look]);
  useEffect(() => {
    refresh();
    const view = frame.current;
    if (!view) return;
    const resized = new ResizeObserver(refresh);
    resized.observe(view);
    view.addEventListener('scroll', refresh, { passive: true });
    return () => {
      resized.disconnect();
      view.removeEventListener('scroll', refresh);
    };
  }, [frame, refresh]);
  return inSight;
};
