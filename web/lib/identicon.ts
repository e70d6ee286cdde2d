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
  fill: string;
  /** where it ends, in 32nds of the picture's height at its left edge; the last one has no end */
  bottom: number;
}

export interface CoreSample {
  layers: readonly Layer[];
  /** how far all layers fall from the left edge to the right, in 32nds */
  dip: number;
  /** where the fault lies, and how far the layers right of it are thrown */
  faultX: number;
  throwY: number;
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

/** The picture's width and height, in its own units. */
const SIZE = 32;

/**
 * The face of an account: a core sample of six layers, their tones, thickness and dip taken from the account id, broken
 * by one fault. The same account always gives the same picture, whatever network's prefix the address carries.
 */
export const coreSample = (text: string): CoreSample => {
  const seed = seedBytes(text);
  const at = (i: number) => seed[i % seed.length] as number;
  const dip = (at(0) / 255 - 0.5) * 20;
  const faultX = 8 + (at(1) / 255) * 16;
  const throwY = (at(2) / 255 - 0.5) * 14;
  const weights = Array.from({ length: 6 }, (_, i) => 1 + at(3 + i) / 80);
  const total = weights.reduce((sum, w) => sum + w, 0);
  let depth = -14;
  let previous = -1;
  const layers = weights.map((weight, i) => {
    let tone = at(9 + i * 2) % MINERALS.length;
    if (tone === previous) tone = (tone + 1 + (at(10 + i * 2) % 7)) % MINERALS.length;
    previous = tone;
    depth += (weight / total) * 46;
    return { fill: MINERALS[tone] as string, bottom: depth };
  });
  return { layers, dip, faultX, throwY };
};

/**
 * The layers as one CSS gradient over a box from the left edge to `width`, all moved down by `shift`. A gradient's stops lie
 * on a line across the layers, through the middle of its box.
 */
const gradient = ({ layers, dip }: CoreSample, width: number, shift: number): string => {
  const slope = Math.atan2(dip, SIZE);
  const length = width * Math.abs(Math.sin(slope)) + SIZE * Math.cos(slope);
  const stops = layers.map(({ fill, bottom }, i) => {
    const along = (width / 2) * Math.sin(slope) + (bottom + shift - SIZE / 2) * Math.cos(slope) + length / 2;
    const end = i === layers.length - 1 ? '' : ` ${((along / length) * 100).toFixed(1)}%`;
    return i === 0 ? `${fill}${end}` : `${fill} 0${end}`;
  });
  return `linear-gradient(${(180 + (slope * 180) / Math.PI).toFixed(1)}deg,${stops.join(',')})`;
};

const draw = (text: string): string => {
  const sample = coreSample(text);
  const { faultX, throwY } = sample;
  const left = `${gradient(sample, faultX, 0)}0 0/${((faultX / SIZE) * 100).toFixed(1)}% 100% no-repeat`;
  return `${left},${gradient(sample, SIZE, throwY)}`;
};

/** Faces drawn lately: a page shows the same accounts again and again, and each takes a hash of its address to draw. */
const faces = new Map<string, string>();
const MOST_FACES = 4000;

/** The core sample of an account as a CSS background: one element and no picture to load, since a page shows many. */
export const coreSampleBackground = (text: string): string => {
  const known = faces.get(text);
  if (known !== undefined) return known;
  if (faces.size >= MOST_FACES) faces.clear();
  const drawn = draw(text);
  faces.set(text, drawn);
  return drawn;
};
