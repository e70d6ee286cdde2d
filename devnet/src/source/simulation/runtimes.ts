import { isSpecVersion, palletsOfSpec, SPEC_VERSIONS, type SpecVersion } from '../../codec/metadata';
import type { Hex } from '../../codec/scale';
import { type RuntimeSpec, runtimeSpec } from './framework/spec';

/** `:code`, where a chain keeps its runtime */
export const CODE_KEY: Hex = '0x3a636f6465';

const NAME = /^Crust runtime, spec (\d+)$/;

/** What stands for the Wasm of a runtime: the simulation carries its runtimes itself, so a name is enough. */
export const codeOf = (version: SpecVersion): Hex =>
  `0x${Buffer.from(`Crust runtime, spec ${version}`).toString('hex')}`;

/** The spec whose code this is; undefined for any other bytes. */
export function specOfCode(code: Hex): SpecVersion | undefined {
  const version = Number(NAME.exec(Buffer.from(code.slice(2), 'hex').toString('latin1'))?.[1]);
  return isSpecVersion(version) ? version : undefined;
}

/** Throws for a spec the simulation does not know. */
export function knownSpec(version: number): SpecVersion {
  if (!isSpecVersion(version)) throw new Error(`the simulation has no runtime of spec ${version}`);
  return version;
}

const RUNTIMES = new Map<SpecVersion, RuntimeSpec>(
  SPEC_VERSIONS.map((version) => [version, runtimeSpec(version, palletsOfSpec(version))]),
);

/** The simulation's runtime of a spec. */
export const runtimeOf = (version: SpecVersion): RuntimeSpec => RUNTIMES.get(version) as RuntimeSpec;
