import { parseAddress } from '@moho/protocol/base';

/** Mid tones of minerals, readable on light and dark ground alike. */
const MINERALS = [
  '#b4542b', // rust
  '#d39a3e', // sulphur
  '#7d8f3a', // olivine
  '#3f7f6d', // serpentine
  '#3f7fa6', // azurite
  '#6a6fb5', // iolite
  '#9a5c8e', // lepidolite
  '#8b8577', // slate
  '#c9bda4', // feldspar
  '#4b5a5e', // basalt
] as const;

export interface Layer {
  /** SVG path in a 32 × 32 box */
  path: string;
  fill: string;
}

/** 32 bytes that stand for the text: the account id of an address, else a spread of its characters. */
const seedBytes = (text: string): Uint8Array => {
  const account = parseAddress(text)?.account;
  if (account !== undefined) return account;
  const bytes = new Uint8Array(32);
  let hash = 0x811c9dc5;
  for (let round = 0; round < 32; round++) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) + round), 0x01000193) >>> 0;
    bytes[round] = hash >>> 24;
  }
  return bytes;
};

const fixed = (n: number) => Number(n.toFixed(1));

/** Faces drawn lately: a page shows the same accounts again and again, and each takes a hash of its address to draw. */
const faces = new Map<string, readonly Layer[]>();
const MOST_FACES = 4000;

/** The face of an account, see `draw`. */
export const coreSample = (text: string): readonly Layer[] => {
  const known = faces.get(text);
  if (known !== undefined) return known;
  if (faces.size >= MOST_FACES) faces.clear();
  const drawn = draw(text);
  faces.set(text, drawn);
  return drawn;
};

/**
 * The face of an account: a core sample of six layers, their tones, thickness and dip taken from the account id, broken
 * by one fault. The same account always gives the same picture, whatever network's prefix the address carries.
 */
const draw = (text: string): Layer[] => {
  const seed = seedBytes(text);
  const at = (i: number) => seed[i % seed.length] as number;
  const dip = (at(0) / 255 - 0.5) * 20;
  const faultX = 8 + (at(1) / 255) * 16;
  const throwY = (at(2) / 255 - 0.5) * 14;
  const weights = Array.from({ length: 6 }, (_, i) => 1 + at(3 + i) / 80);
  const total = weights.reduce((sum, w) => sum + w, 0);
  let depth = -14;
  let previous = -1;
  return weights.map((weight, i) => {
    let tone = at(9 + i * 2) % MINERALS.length;
    if (tone === previous) tone = (tone + 1 + (at(10 + i * 2) % 7)) % MINERALS.length;
    previous = tone;
    const top = depth;
    depth += (weight / total) * 46;
    // each layer reaches to the bottom and is covered by the next one, so that no seam shows
    const y = (x: number) => fixed(top + (x / 32) * dip);
    const fault = fixed(faultX);
    const path = `M0 60V${y(0)}L${fault} ${y(faultX)}V${fixed(y(faultX) + throwY)}L32 ${fixed(y(32) + throwY)}V60`;
    return { path, fill: MINERALS[tone] as string };
  });
};
