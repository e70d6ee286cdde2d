import { badInput, quoted } from '../../errors';
import type { SlotReportRow } from '../sql';

/** A report as an address names it: by its extrinsic, by its place in it, or by machine and slot. */
export type ReportName =
  | { kind: 'extrinsic'; id: string }
  | { kind: 'call'; id: string; extrinsic: string }
  | { kind: 'slot'; anchor: string; slot: number };

const MAX_INT = 2_147_483_647;
const CALL = /^(\d{1,10}-\d{1,6})(-\d{1,6})?$/;
const SLOT = /^(0x(?:[0-9a-f]{2}){1,128})-(\d{1,10})$/;

/** Reads the name of a report; BAD_INPUT for anything else. */
export const readReportName = (text: string): ReportName => {
  const name = text.trim().toLowerCase();
  const call = CALL.exec(name);
  if (call !== null && Number.parseInt(name, 10) <= MAX_INT) {
    const id = call[1] as string;
    return call[2] === undefined ? { kind: 'extrinsic', id } : { kind: 'call', id: name, extrinsic: id };
  }
  const slot = SLOT.exec(name);
  if (slot !== null && Number(slot[2]) <= MAX_INT) {
    return { kind: 'slot', anchor: slot[1] as string, slot: Number(slot[2]) };
  }
  throw badInput(
    `A report is named by its extrinsic, like "1200-2", or by anchor and slot, like "0x…-1200", not by ${quoted(text)}.`,
  );
};

/** The shortest name that is this report's alone. */
export const reportName = (r: SlotReportRow): string => {
  if (r.block === null || r.extrinsicIndex === null) return `${r.anchor}-${r.slot}`;
  if (!r.wrapped) return `${r.block}-${r.extrinsicIndex}`;
  return r.status === 'REPORTED' ? `${r.anchor}-${r.slot}` : r.id;
};
