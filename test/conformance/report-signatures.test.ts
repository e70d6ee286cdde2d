import { basename } from 'node:path';
import { type ReportCall, reportMessage } from '@moho/protocol';
import { describe, expect, it } from 'vitest';
import { type SignatureResult, verifyReport } from '../../api/src/report/verify';
import { findRecordings } from '../../protocol/test/recording';
import { chainWithStranger } from './settle-twins';
import { reportsOfChain, reportsOfRecording, type SentReport } from './signed-reports';

const folder = process.env.CRUST_RECORDINGS ?? '';
const recordings = folder === '' ? [] : findRecordings(folder);
const seed = Number(process.env.SIMULATION_SEED ?? 1 + Math.floor(Math.random() * 10_000));
const OLDER = [1, 4, 17, 22] as const;
const specs = process.env.ALL_SPECS ? [...OLDER, 25] : [OLDER[seed % OLDER.length] as number, 25];

const whole = ({ report: { call }, block, extrinsicIndex }: SentReport): ReportCall => {
  if (call === null) throw new Error(`the report of extrinsic ${block}-${extrinsicIndex} cannot be read`);
  return call;
};

/** Another byte at a place: the lowest bit turned, so that a digit stays a digit. */
const turned = (hex: string, at: number): string => {
  const place = 2 + 2 * at;
  const byte = Number.parseInt(hex.slice(place, place + 2), 16) ^ 1;
  return `${hex.slice(0, place)}${byte.toString(16).padStart(2, '0')}${hex.slice(place + 2)}`;
};

/** The same report with one thing changed, in every way there is. */
const tampered = (call: ReportCall, n: number): [string, ReportCall][] => [
  ['slot', { ...call, slot: call.slot + 1n }],
  ['slot hash', { ...call, slotHash: turned(call.slotHash, n % 32) }],
  ['srd', { ...call, srdBytes: call.srdBytes ^ 1n }],
  ['files size', { ...call, filesSizeBytes: call.filesSizeBytes ^ 1n }],
  ['srd root', { ...call, srdRoot: turned(call.srdRoot, n % 32) }],
  ['files root', { ...call, filesRoot: turned(call.filesRoot, n % 32) }],
  ['upgrade key', { ...call, abUpgradePk: call.abUpgradePk === '0x' ? '0x00' : turned(call.abUpgradePk, n % 64) }],
  ['added files', { ...call, added: [...call.added, { cidHex: '0x516d', sizeBytes: 1n, validAt: 1n }] }],
  ['deleted files', { ...call, deleted: [...call.deleted, { cidHex: '0x516d', sizeBytes: 1n, validAt: 1n }] }],
  ...call.added
    .slice(0, 1)
    .map((file): [string, ReportCall] => [
      'size of a file',
      { ...call, added: [{ ...file, sizeBytes: file.sizeBytes + 1n }, ...call.added.slice(1)] },
    ]),
  ['signature', { ...call, signature: turned(call.signature, n % 64) }],
];

const counted = (sent: SentReport[]): string => {
  const files = sent.reduce(
    (sum, { report: { call } }) => sum + (call?.added.length ?? 0) + (call?.deleted.length ?? 0),
    0,
  );
  const accepted = sent.filter((one) => one.accepted).length;
  return `${accepted} accepted reports with ${files} files, ${sent.length - accepted} others`;
};

/** What must hold for the signatures of every chain. */
const holds = (sent: SentReport[]): void => {
  const accepted = sent.filter((one) => one.accepted);
  expect(accepted.length).toBeGreaterThan(0);
  for (const one of accepted) {
    const place = `${one.block}-${one.extrinsicIndex}`;
    expect([place, verifyReport(whole(one))]).toEqual([place, 'VALID']);
  }
  const forged = sent.filter(({ error }) => error === 'IllegalWorkReportSig');
  for (const one of forged) expect(verifyReport(whole(one))).not.toBe('VALID');
};

describe.each(recordings)('signatures of the recorded reports of %s', (path) => {
  const sent = reportsOfRecording(path);

  it('are valid on every accepted report, and on none refused for its signature', () => {
    console.log(`${basename(path)}: ${counted(sent)}`);
    holds(sent);
  });

  it('are not valid once anything is changed', () => {
    sent
      .filter((one) => one.accepted)
      .forEach((one, n) => {
        for (const [what, call] of tampered(whole(one), n)) {
          expect([what, verifyReport(call)]).toEqual([what, what === 'signature' ? expect.any(String) : 'INVALID']);
          expect(verifyReport(call)).not.toBe('VALID');
        }
      });
  });
});

describe.each(specs)(`signatures of a local chain’s reports (SIMULATION_SEED=${seed}, spec %i)`, (spec) => {
  const sent = reportsOfChain(chainWithStranger(seed, spec), 240);

  it('are valid on every accepted report, and on none refused for its signature', () => {
    console.log(`spec ${spec}: ${counted(sent)}`);
    holds(sent);
    expect(sent.filter((one) => one.accepted).length).toBeGreaterThan(40);
    expect(sent.some(({ report: { call } }) => (call?.added.length ?? 0) > 0)).toBe(true);
  });

  it('are not valid once anything is changed', () => {
    const results = new Set<SignatureResult>();
    sent
      .filter((one) => one.accepted)
      .forEach((one, n) => {
        for (const [what, call] of tampered(whole(one), n).slice(n % 4, (n % 4) + 4)) {
          const result = verifyReport(call);
          results.add(result);
          expect([what, result]).not.toEqual([what, 'VALID']);
        }
      });
    expect(results).toContain('INVALID');
  });

  it('are nobody’s once the key is another or no key at all', () => {
    const [first, ...rest] = sent.filter((one) => one.accepted).map(whole);
    const other = rest.find((call) => call.currPk !== first?.currPk);
    if (first === undefined || other === undefined) throw new Error('the chain has reports of one machine only');
    expect(verifyReport({ ...first, currPk: other.currPk })).toBe('INVALID');
    expect(verifyReport({ ...first, currPk: `0x${'ff'.repeat(64)}` })).toBe('NOT_A_KEY');
    expect(verifyReport({ ...first, currPk: '0x' })).toBe('NOT_A_KEY');
    expect(verifyReport({ ...first, signature: '0x' })).toBe('NOT_A_SIGNATURE');
    expect(reportMessage(first).length).toBeGreaterThan(64 + 32 + 64);
  });
});
