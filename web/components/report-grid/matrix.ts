import { DAY_COLUMNS } from './geometry';

/** What the picture shows: a group has a row for each machine, one machine a row for each day. */

export interface GridMachine {
  account: string;
  /** display name, when it has one */
  name: string | null;
  isMember: boolean;
  /** one letter for each slot, oldest first */
  letters: string;
}

export interface MatrixRow {
  key: string;
  /** as people read it: a short address, a name, a day */
  label: string;
  /** the machine it is about */
  account: string;
  /** the machine has left the group; of a day always false */
  left: boolean;
  letters: string;
}

export interface Matrix {
  rows: readonly MatrixRow[];
  columns: number;
  /** place in the list of slots; null where the row has no such cell */
  slotOf: (row: number, column: number) => number | null;
}

const failures = (letters: string): number => letters.length - letters.replace(/[MX]/gi, '').length;

export type Order = 'trouble' | 'name';

/** Most missed slots first, the machine whose newest miss is newest before its equals; else by name. */
export const ordered = (machines: readonly GridMachine[], order: Order): GridMachine[] => {
  const nameOf = (machine: GridMachine) => machine.name ?? machine.account;
  const byName = (a: GridMachine, b: GridMachine) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
  if (order === 'name') return [...machines].sort(byName);
  const newest = (letters: string) => Math.max(letters.search(/[MX][^MX]*$/i), -1);
  const keyed = machines.map((machine) => ({
    machine,
    missed: failures(machine.letters),
    last: newest(machine.letters),
  }));
  keyed.sort((a, b) => b.missed - a.missed || b.last - a.last || byName(a.machine, b.machine));
  return keyed.map(({ machine }) => machine);
};

export const groupMatrix = (machines: readonly GridMachine[], labelOf: (machine: GridMachine) => string): Matrix => ({
  rows: machines.map((machine) => ({
    key: machine.account,
    label: labelOf(machine),
    account: machine.account,
    left: !machine.isMember,
    letters: machine.letters,
  })),
  columns: machines[0]?.letters.length ?? 0,
  slotOf: (_row, column) => column,
});

/** One machine's slots as a calendar, the newest day at the top. */
export const dayMatrix = (machine: GridMachine, labelOfSlot: (place: number) => string): Matrix => {
  const days = Math.ceil(machine.letters.length / DAY_COLUMNS);
  const starts = Array.from({ length: days }, (_, i) => (days - 1 - i) * DAY_COLUMNS);
  return {
    rows: starts.map((start) => ({
      key: String(start),
      label: labelOfSlot(start),
      account: machine.account,
      left: false,
      letters: machine.letters.slice(start, start + DAY_COLUMNS),
    })),
    columns: Math.min(DAY_COLUMNS, machine.letters.length),
    slotOf: (row, column) => {
      const place = (starts[row] as number) + column;
      return place < machine.letters.length ? place : null;
    },
  };
};
