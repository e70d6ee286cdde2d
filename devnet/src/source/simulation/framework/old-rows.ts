import { readerOf } from '../../../codec/bytes';
import type { Codec } from '../../../codec/scale';

/**
 * Reads rows as a runtime reads what an older one wrote in another shape: bytes left over are not looked at, and what
 * makes no sense is absent. Only for items that changed their shape; any other row must be all that its codec says.
 */
export const asRuntimesRead = <T>(codec: Codec<T>): Codec<T> => ({
  enc: codec.enc,
  dec: (r) => {
    const row = readerOf(r.hex(r.left()));
    try {
      return codec.dec(row);
    } catch {
      return undefined as T;
    }
  },
});
