import type { Hex } from '../../../../codec/scale';
import { maxOf, perbillOf, saturatingSub } from '../../framework/arithmetic';
import type { GuaranteePart } from './guarantee';
import type { SlashingPart } from './slashing';
import { spanRecords } from './span-records';
import { endSpan, spanOfEra } from './spans';
import type { Exposure, StakingContext } from './storage';

/** The first report of a span pays its reporters half of what they may get at all. */
const FIRST_REPORT_PERBILL = 500_000_000n;

/** A validator that misbehaved: what it had at stake, who saw it, and how much of the stake that costs. */
export interface Offender {
  readonly stash: Hex;
  readonly exposure: Exposure;
  readonly reporters: readonly Hex[];
  readonly slashPerbill: bigint;
}

export type OffencePart = ReturnType<typeof offencePart>;

/** What an offence does to its validators at once: it is written down what they will pay, they stand down and may be disabled. */
export function offencePart({ rt, s, values }: StakingContext, slashing: SlashingPart, guarantees: GuaranteePart) {
  const records = spanRecords(s);

  interface Case extends Offender {
    readonly slashEra: number;
    readonly windowStart: number;
    readonly now: number;
  }

  /** Raises what `stash` pays within the span of the slash's era to `amount`. */
  function raise(c: Case, stash: Hex, amount: bigint) {
    const row = records.fetch(stash, c.windowStart);
    const span = spanOfEra(row, c.slashEra);
    if (span === undefined) return { row, span, dirty: false, more: 0n, reward: 0n };
    const before = records.costOf(stash, span.index);
    const due = perbillOf(BigInt(s.slashRewardFraction.get()), amount);
    const reward = before.slashed <= amount ? perbillOf(FIRST_REPORT_PERBILL, saturatingSub(due, before.paidOut)) : 0n;
    const more = saturatingSub(amount, before.slashed);
    const dirty = before.slashed < amount || reward > 0n;
    if (dirty)
      records.setCost(stash, span.index, {
        slashed: maxOf(before.slashed, amount),
        paidOut: before.paidOut + reward,
      });
    const lastNonzeroSlash = more > 0n ? Math.max(row.lastNonzeroSlash, c.slashEra) : row.lastNonzeroSlash;
    return { row: { ...row, lastNonzeroSlash }, span, dirty, more, reward };
  }

  /** The offender of the span that goes on: the span ends, the candidate stands down; many of them bring a new era. */
  function standDown(c: Case): void {
    guarantees.chillStash(c.stash);
    if (!rt.pallets.session.disable(c.stash)) return;
    if (s.forceEra.get() === 'NotForcing' || s.forceEra.get() === 'ForceNone') s.forceEra.set('ForceNew');
  }

  function slashValidator(c: Case): { own: bigint; reward: bigint } | undefined {
    const own = perbillOf(c.slashPerbill, c.exposure.own);
    if (perbillOf(c.slashPerbill, c.exposure.total) === 0n) {
      const row = records.fetch(c.stash, c.windowStart);
      if (spanOfEra(row, c.slashEra)?.index !== row.spanIndex) return undefined;
      const ended = endSpan(row, c.now);
      if (ended !== row) records.keep(c.stash, ended, c.windowStart);
      standDown(c);
      return undefined;
    }
    const worst = slashing.validatorSlash.get(c.slashEra, c.stash)?.[0] ?? 0;
    if (c.slashPerbill <= BigInt(worst)) return undefined;
    slashing.validatorSlash.set(c.slashEra, c.stash, [Number(c.slashPerbill), own]);
    const { row, span, dirty, more, reward } = raise(c, c.stash, own);
    const current = span?.index === row.spanIndex;
    const ended = current ? endSpan(row, c.now) : row;
    if (current) standDown(c);
    if (dirty || ended !== row) records.keep(c.stash, ended, c.windowStart);
    return { own: more, reward };
  }

  function slashGuarantor(c: Case, prior: bigint, who: Hex, value: bigint): { value: bigint; reward: bigint } {
    const difference = saturatingSub(perbillOf(c.slashPerbill, value), perbillOf(prior, value));
    const inEra = (slashing.guarantorSlash.get(c.slashEra, who) ?? 0n) + difference;
    slashing.guarantorSlash.set(c.slashEra, who, inEra);
    const { row, span, dirty, more, reward } = raise(c, who, inEra);
    const ended = span?.index === row.spanIndex ? endSpan(row, c.now) : row;
    if (dirty || ended !== row) records.keep(who, ended, c.windowStart);
    return { value: more, reward };
  }

  /** The era whose stake answers for what happened in `session`; undefined when it is too long ago. */
  function eraOf(session: number, active: number): number | undefined {
    if (session >= (s.erasStartSessionIndex.get(active) ?? 0)) return active;
    return s.bondedEras.get().findLast(([, start]) => start <= session)?.[0];
  }

  return {
    onOffence(offenders: readonly Offender[], session: number): void {
      const now = s.activeEra.get()?.index;
      if (now === undefined) return;
      const slashEra = eraOf(session, now);
      if (slashEra === undefined) return;
      if (!s.earliestUnappliedSlash.exists()) s.earliestUnappliedSlash.set(now);
      for (const offender of offenders) {
        if (s.invulnerables.get().includes(offender.stash)) continue;
        const windowStart = Math.max(0, now - values.bondingEras);
        const c: Case = { ...offender, slashEra, windowStart, now };
        const prior = BigInt(slashing.validatorSlash.get(slashEra, offender.stash)?.[0] ?? 0);
        const validator = slashValidator(c);
        if (validator === undefined) continue;
        let payout = validator.reward;
        const others = offender.exposure.others.map(({ who, value }) => {
          const part = slashGuarantor(c, prior, who, value);
          payout += part.reward;
          return [who, part.value] as const;
        });
        slashing.defer({
          validator: offender.stash,
          own: validator.own,
          others,
          reporters: offender.reporters,
          payout,
        });
      }
    },
  };
}
