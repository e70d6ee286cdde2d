import fc from 'fast-check';

/** Any sequence of UTF-16 units, broken surrogate pairs and control characters included. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.nat(127), fc.nat(0xffff)), { maxLength }).map((units) => String.fromCharCode(...units));
