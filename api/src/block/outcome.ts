import { errorSentence, eventFields, type FieldUnit, fileId, hexToBytes, isHex } from '@moho/protocol';
import { builder } from '../builder';
import type { Seen } from '../database/view';
import type { EventRow } from './sql';

/** An error in words; one nobody has written a sentence for by its name. */
export const errorText = (error: string | null): string | null =>
  error === null ? null : (errorSentence(error) ?? `The call failed with ${error}.`);

interface EventField {
  name: string | null;
  type: string;
  unit: FieldUnit | null;
  value: string;
}

const UNITS = [
  'PICO_CRU',
  'ACCOUNT',
  'CID',
  'BLOCK',
  'BLOCKS',
  'ERA',
  'SESSION',
  'PERBILL',
  'COUNT',
  'INDEX',
  'HASH',
  'ERROR',
  'FLAG',
] as const satisfies readonly FieldUnit[];

const FieldUnitEnum = builder.enumType('FieldUnit', { values: UNITS });

/** A CID as people write it, an error by its name, everything else as the chain has it; compound values as JSON. */
const shown = (value: unknown, unit: FieldUnit | null, error: string | null): string => {
  if (unit === 'ERROR') return error ?? 'success';
  if (typeof value !== 'string') return JSON.stringify(value);
  return unit === 'CID' && isHex(value) ? fileId(hexToBytes(value)) : value;
};

/** The fields of an event with names and units. */
export const fieldsOf = ({ pallet, name, args, error }: EventRow): EventField[] => {
  const values = JSON.parse(args) as { type: string; value: unknown }[];
  const meanings = eventFields(
    pallet,
    name,
    values.map(({ type }) => type),
  );
  return values.map(({ type, value }, i) => {
    const unit = meanings[i]?.unit ?? null;
    return { name: meanings[i]?.name ?? null, type, unit, value: shown(value, unit, error) };
  });
};

export const EventFieldRef = builder.objectRef<EventField>('EventField').implement({
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true, description: 'plain name; null where it has none' }),
    type: t.exposeString('type', { description: 'the runtime’s own name of the type' }),
    unit: t.expose('unit', { type: FieldUnitEnum, nullable: true }),
    value: t.exposeString('value', {
      description: 'plain text of simple values, CIDs decoded and errors by name; JSON of compound ones',
    }),
  }),
});

/** Calls that ran before the failing one: its place in the batch. */
const callIndexOf = ({ pallet, name, args }: EventRow): number | null => {
  if (pallet !== 'utility' || name !== 'BatchInterrupted') return null;
  const [first] = JSON.parse(args) as { value: unknown }[];
  return first === undefined ? null : Number(first.value);
};

export const InnerErrorRef = builder.objectRef<Seen<EventRow>>('InnerError').implement({
  description: 'A call inside an extrinsic that failed, as an event tells it.',
  fields: (t) => ({
    event: t.string({ description: 'pallet and name', resolve: (e) => `${e.pallet}.${e.name}` }),
    eventIndex: t.int({ resolve: (e) => e.index }),
    callIndex: t.int({
      nullable: true,
      description: 'of a batch: place of the call that failed, from 0; those after it did not run',
      resolve: callIndexOf,
    }),
    error: t.string({ description: '"pallet.ErrorName"', resolve: (e) => e.error ?? 'Unknown' }),
    errorText: t.string({ resolve: (e) => errorText(e.error ?? 'Unknown') ?? '' }),
  }),
});
