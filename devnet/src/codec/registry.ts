import { Metadata, TypeRegistry } from '@polkadot/types';
import { getSpecAlias, getSpecTypes } from '@polkadot/types-known';
import type { Hex } from '../source/source';
import { crustTypesBundle } from './types-bundle';

/** A registry that decodes what a Crust runtime with this metadata and spec version wrote. */
export function crustRegistry(metadata: Hex, specVersion: number): { registry: TypeRegistry; metadata: Metadata } {
  const registry = new TypeRegistry();
  registry.setKnownTypes({ typesBundle: crustTypesBundle });
  registry.register(getSpecTypes(registry, 'Crust', 'crust', specVersion));
  registry.knownTypes.typesAlias = getSpecAlias(registry, 'Crust', 'crust');
  const decoded = new Metadata(registry, metadata);
  registry.setMetadata(decoded);
  return { registry, metadata: decoded };
}
