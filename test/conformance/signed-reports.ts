import type { Chain } from '@moho/devnet/source/simulation/chain';
import { type FoundReport, reportsInCall, sworkErrorsOf } from '@moho/protocol';
import { metadataOfSpec } from '../../devnet/src/codec/metadata';
import { crustRegistry } from '../../devnet/src/codec/registry';
import { decodeCall } from '../../indexer/src/decode/calls';
import type { Json } from '../../indexer/src/decode/facts';
import { type ChainRegistry, runtimeNames } from '../../indexer/src/decode/names';
import { eventsOf, runtimesOf } from '../../protocol/test/decode';
import { openRecording, replay } from '../../protocol/test/recording';

/** A report_works as a chain executed it. */
export interface SentReport {
  block: number;
  extrinsicIndex: number;
  spec: number;
  report: FoundReport;
  accepted: boolean;
  /** name of the swork error its extrinsic failed with */
  error: string | null;
}

interface ExtrinsicMethod {
  method: { toString(): string };
  isSigned: boolean;
}
type Registry = ChainRegistry & { createType(type: string, value: string): unknown };

/** The reports of an encoded extrinsic, by the way they take through the index: decoded, written as JSON, read again. */
const reportsOf = (registry: Registry, extrinsic: string): FoundReport[] => {
  const { method } = registry.createType('Extrinsic', extrinsic) as ExtrinsicMethod;
  const { node } = decodeCall(JSON.parse(method.toString()) as Json, null, runtimeNames(registry));
  return reportsInCall(JSON.stringify(node));
};

interface Outcome {
  /** enclave keys of WorksReportSuccess events */
  acceptedKeys: string[];
  /** module and error of ExtrinsicFailed */
  failed: { index: number; error: number } | null;
}

const judged = (
  reports: FoundReport[],
  { acceptedKeys, failed }: Outcome,
  place: { block: number; extrinsicIndex: number; spec: number },
): SentReport[] => {
  const swork = place.spec < 15 ? 19 : 25;
  const error = failed?.index === swork ? (sworkErrorsOf(place.spec)[failed.error]?.name ?? 'unknown') : null;
  return reports.map((report) => {
    const at = acceptedKeys.indexOf(report.call?.currPk ?? '');
    if (at >= 0) acceptedKeys.splice(at, 1);
    return { ...place, report, accepted: at >= 0, error };
  });
};

/** Every report of a recorded chain. */
export const reportsOfRecording = (folder: string): SentReport[] => {
  const recording = openRecording(folder);
  const runtimeAt = runtimesOf(recording);
  const sent: SentReport[] = [];
  for (const { block, after } of replay(recording)) {
    const runtime = runtimeAt(block.number);
    const events = eventsOf(runtime, after);
    block.extrinsics.forEach((extrinsic, extrinsicIndex) => {
      const reports = reportsOf(runtime.registry as unknown as Registry, extrinsic);
      if (reports.length === 0) return;
      const mine = events.filter((event) => event.extrinsic === extrinsicIndex);
      const failure = mine.find(({ name }) => name === 'system.ExtrinsicFailed')?.args[0]?.toJSON() as
        | { module?: { index: number; error: number } }
        | undefined;
      const acceptedKeys = mine
        .filter(({ name }) => name === 'swork.WorksReportSuccess')
        .map(({ args }) => String(args[1]?.toHex()));
      const place = { block: block.number, extrinsicIndex, spec: runtime.spec };
      sent.push(...judged(reports, { acceptedKeys, failed: failure?.module ?? null }, place));
    });
  }
  return sent;
};

const registries = new Map<number, Registry>();
const registryOf = (spec: Parameters<typeof metadataOfSpec>[0]): Registry => {
  const known = registries.get(spec) ?? (crustRegistry(metadataOfSpec(spec), spec).registry as unknown as Registry);
  registries.set(spec, known);
  return known;
};

interface FailedArgs {
  tag?: string;
  value?: { index: number; error: number };
}

/** Every report of the next blocks of a local chain. */
export const reportsOfChain = (chain: Chain, blocks: number): SentReport[] => {
  const sent: SentReport[] = [];
  for (let made = 0; made < blocks; made += 1) {
    const spec = chain.specAt(chain.head());
    chain.produce();
    const block = chain.head();
    const { records } = chain.runtime.events;
    chain.body(block).forEach((extrinsic, extrinsicIndex) => {
      const mine = records.filter(({ phase }) => phase === extrinsicIndex);
      const reports = reportsOf(registryOf(spec), extrinsic);
      if (reports.length === 0) return;
      const failure = mine.find(({ name }) => name === 'ExtrinsicFailed')?.args[0] as FailedArgs | undefined;
      const acceptedKeys = mine.filter(({ name }) => name === 'WorksReportSuccess').map(({ args }) => String(args[1]));
      const failed = failure?.tag === 'Module' ? (failure.value ?? null) : null;
      sent.push(...judged(reports, { acceptedKeys, failed }, { block, extrinsicIndex, spec }));
    });
  }
  return sent;
};
