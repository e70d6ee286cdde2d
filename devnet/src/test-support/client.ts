import { typesBundleForPolkadot } from '@crustio/type-definitions';
import { ApiPromise, WsProvider } from '@polkadot/api';
import type { ApiOptions } from '@polkadot/api/types';
import { typeCorrections } from './recording';

/**
 * What polkadot.js says for every array type of pre-V14 metadata, by the thousand and without consequence; and what it
 * says of a refused submission beside throwing it.
 */
const NOISE = [
  /Unable to map .* to a lookup index/,
  /MetadataApi not available/,
  /submit(AndWatch)?Extrinsic\(extrinsic: Extrinsic\)/,
];

/** Keeps the known noise of polkadot.js off the console; everything else it says stays. Returns the undoing. */
export function quietPolkadot(): () => void {
  const kinds = ['log', 'warn', 'error'] as const;
  const originals = kinds.map((kind) => console[kind]);
  kinds.forEach((kind, at) => {
    console[kind] = (...words: unknown[]) => {
      if (!words.some((word) => NOISE.some((noise) => noise.test(String(word))))) originals[at]?.(...words);
    };
  });
  return () =>
    kinds.forEach((kind, at) => {
      console[kind] = originals[at] as typeof console.log;
    });
}

type TypesBundle = NonNullable<ApiOptions['typesBundle']>;

/** A polkadot.js client that knows Crust's types, corrected per spec for the recording in `folder`. */
export function connect(url: string, folder?: string): Promise<ApiPromise> {
  const bundle = typesBundleForPolkadot as unknown as TypesBundle;
  const crust = bundle.spec?.crust;
  const types = { ...crust?.types?.[0]?.types };
  const corrected = (folder === undefined ? [] : typeCorrections(folder)).map(
    ({ specVersions, types: corrections }) => ({
      minmax: specVersions,
      types: { ...types, ...corrections },
    }),
  );
  const ranges = corrected.length > 0 ? corrected : [{ minmax: [undefined, undefined], types }];
  return ApiPromise.create({
    provider: new WsProvider(url),
    typesBundle: { spec: { crust: { ...crust, types: ranges } } } as TypesBundle,
    noInitWarn: true,
    throwOnConnect: true,
  });
}
