import { describe, expect, it } from 'vitest';
import { brokenScale, linearScale, linePath, niceTicks, seismicPath, stepPath, toPlot } from './path';

describe('linearScale', () => {
  it('maps the ends of the domain to the ends of the range, also upside down', () => {
    const scale = linearScale([10, 20], [100, 0]);
    expect([scale(10), scale(15), scale(20)]).toEqual([100, 50, 0]);
  });
  it('puts a domain of one value in the middle instead of dividing by zero', () => {
    expect(linearScale([7, 7], [0, 40])(7)).toBe(20);
  });
});

describe('brokenScale', () => {
  it('gives the first part its share and stays continuous at the turn', () => {
    const x = brokenScale(0, 10, 1000, 100, 0.5);
    expect([x(0), x(5), x(10), x(505), x(1000)]).toEqual([0, 25, 50, 75, 100]);
    expect(x.broken).toBe(true);
  });
  it('is straight where nothing must be stretched', () => {
    const x = brokenScale(0, 80, 100, 100, 0.5);
    expect([x(40), x(90), x.broken]).toEqual([40, 90, false]);
    expect(brokenScale(5, 5, 9, 100, 0.5).broken).toBe(false);
  });
});

describe('linePath', () => {
  it('starts anew after a gap', () => {
    expect(
      linePath([
        { x: 0, y: 1 },
        { x: 1, y: 2 },
        { x: 2, y: null },
        { x: 3, y: 4 },
      ]),
    ).toBe('M0,1L1,2M3,4');
  });
  it('is empty without values', () => {
    expect(linePath([{ x: 0, y: null }])).toBe('');
  });
});

describe('stepPath', () => {
  it('holds a value until the next one and keeps gaps', () => {
    expect(
      stepPath([
        { x: 0, y: 1 },
        { x: 2, y: 3 },
        { x: 4, y: null },
        { x: 6, y: 5 },
      ]),
    ).toBe('M0,1L2,1L2,3M6,5');
  });
});

describe('seismicPath', () => {
  it('is a straight line when nothing happened', () => {
    expect(seismicPath([], 100, 20, 10)).toBe('M0,20L100,20');
    expect(new Set(seismicPath([0, 0], 10, 20, 10).match(/,(-?[\d.]+)/g))).toEqual(new Set([',20']));
  });
  it('swings no further than its reach, whatever the amplitude', () => {
    const ys = [...seismicPath([5, 1, -3], 90, 20, 10).matchAll(/,(-?[\d.]+)/g)].map((m) => Number(m[1]));
    expect(Math.min(...ys)).toBe(10);
    expect(Math.max(...ys)).toBe(30);
  });
});

describe('niceTicks', () => {
  it('gives round steps inside the range', () => {
    expect(niceTicks(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(niceTicks(3, 97)).toEqual([20, 40, 60, 80]);
    expect(niceTicks(0.1, 0.5)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  });
  it('answers a range of one value with that value', () => {
    expect(niceTicks(5, 5)).toEqual([5]);
  });
});

describe('toPlot', () => {
  it('keeps six decimals of a quotient beyond 2^53', () => {
    expect(toPlot(10_874_523_793_172_000_000n, 1_000_000_000_000n)).toBe(10_874_523.793172);
  });
});
