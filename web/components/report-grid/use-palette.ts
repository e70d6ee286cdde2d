'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Palette } from './paint';

const VARIABLES = {
  good: '--good',
  warn: '--warn',
  bad: '--bad',
  wait: '--wait',
  quiet: '--line-strong',
  sheet: '--sheet',
} as const;

/** The theme's colours as a canvas needs them: a variable is resolved only where it colours something. */
const readPalette = (probe: HTMLElement): Palette =>
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => {
      probe.style.color = `var(${variable})`;
      return [name, getComputedStyle(probe).color];
    }),
  ) as Palette;

/** The palette of the visitor's theme, read anew when that changes; null before the page's script has run. */
export const usePalette = (probe: RefObject<HTMLElement | null>): Palette | null => {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => {
      if (probe.current) setPalette(readPalette(probe.current));
    };
    read();
    const chosen = new MutationObserver(read);
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const system = window.matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', read);
    return () => {
      chosen.disconnect();
      system.removeEventListener('change', read);
    };
  }, [probe]);
  return palette;
};
