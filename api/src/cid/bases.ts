import type { MultibaseDecoder, MultibaseEncoder } from 'multiformats/bases/interface';
import { bases } from 'multiformats/basics';

export interface Base {
  name: string;
  prefix: string;
  encoder: MultibaseEncoder<string>;
  decoder: MultibaseDecoder<string>;
}

/** Every multibase a CIDv1 can be written in as text. The one left out, identity, is no text: its prefix is the NUL character. */
export const TEXT_BASES: readonly Base[] = Object.values(bases)
  .filter(({ prefix }) => prefix !== '\0')
  .map(({ name, prefix, encoder, decoder }) => ({ name, prefix, encoder, decoder }));

const byPrefix = new Map(TEXT_BASES.map((base) => [base.prefix, base]));

/** The base a text's first character names; undefined when it names none. */
export const baseOf = (text: string): Base | undefined => {
  const [first] = text;
  return first === undefined ? undefined : byPrefix.get(first);
};
