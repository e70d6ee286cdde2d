import { struct, u32, type Value, vec } from '../../../../codec/scale';

/** A stash's history of slashing spans: eras between which its slashes do not add up. */
export const slashingSpans = struct({ spanIndex: u32, lastStart: u32, lastNonzeroSlash: u32, prior: vec(u32) });
export type SlashingSpans = Value<typeof slashingSpans>;

export interface Span {
  readonly index: number;
  readonly start: number;
  /** undefined: the span still goes on */
  readonly length: number | undefined;
}

export const newSpans = (windowStart: number): SlashingSpans => ({
  spanIndex: 0,
  lastStart: windowStart,
  lastNonzeroSlash: 0,
  prior: [],
});

/** All spans, the one that goes on first, then backwards. */
export function spansOf({ spanIndex, lastStart, prior }: SlashingSpans): Span[] {
  const list: Span[] = [{ index: spanIndex, start: lastStart, length: undefined }];
  let start = lastStart;
  for (const [back, length] of prior.entries()) {
    start -= length;
    list.push({ index: spanIndex - 1 - back, start, length });
  }
  return list;
}

/** The span that contains an era. */
export const spanOfEra = (spans: SlashingSpans, era: number): Span | undefined =>
  spansOf(spans).find(({ start, length }) => start <= era && (length === undefined || start + length > era));

/** Ends the span that goes on at `now`; the next one starts with the era after it. */
export function endSpan(spans: SlashingSpans, now: number): SlashingSpans {
  const nextStart = now + 1;
  if (nextStart <= spans.lastStart) return spans;
  return {
    ...spans,
    spanIndex: spans.spanIndex + 1,
    lastStart: nextStart,
    prior: [nextStart - spans.lastStart, ...spans.prior],
  };
}

/** Forgets spans that ended before the bonding window; also says which span records go with them. */
export function pruneSpans(spans: SlashingSpans, windowStart: number): { spans: SlashingSpans; forgotten: number[] } {
  const ended = spansOf(spans)
    .slice(1)
    .findIndex(({ start, length }) => start + (length ?? 0) <= windowStart);
  const prior = ended < 0 ? spans.prior : spans.prior.slice(0, ended);
  const [oldest, kept] = [spans.spanIndex - spans.prior.length, spans.spanIndex - prior.length];
  return {
    spans: { ...spans, prior, lastStart: Math.max(spans.lastStart, windowStart) },
    forgotten: Array.from({ length: kept - oldest }, (_, i) => oldest + i),
  };
}
