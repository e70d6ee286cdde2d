/**
 * Published versions of sWorker by the measurement of their enclave, as operators know them. The chain itself keeps only
 * the code and its expiry (Swork.Codes).
 */
const VERSIONS: Readonly<Record<string, string>> = {
  '0xe6f4e6ab58d6ba4ba2f684527354156c009e4969066427ce18735422180b38f4': '1.0.0',
  '0xff2c145fd797e1aef56b47a91adf3d3294c433bb29b035b3020d04a76200da0a': '1.1.0',
  '0xa61ea2065a26a3f9f1e45ad02d8b2965c377b85ba409f6de7185c485d36dc503': '1.1.1',
  '0x72041ba321cb982168beab2b3994f8b0b83a54e6dafaa95b444a3c273b490fb1': '1.1.2',
  '0x69f72f97fc90b6686e53b64cd0b5325c8c8c8d7eed4ecdaa3827b4ff791694c0': '2.0.0',
  '0x6346d79537bbac9919cfa962c53c618000e876abd62402fce027ea8151472645': '2.0.1',
};

/** The version of a code, such as "2.0.1"; null for one that is not known. */
export const sworkerVersion = (code: string): string | null =>
  Object.hasOwn(VERSIONS, code) ? (VERSIONS[code] as string) : null;

/** Every known code. */
export const knownSworkerCodes = (): string[] => Object.keys(VERSIONS);
