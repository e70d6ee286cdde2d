/** Anything JSON can hold. */
export type AnyJson = string | number | boolean | null | AnyJson[] | { [key: string]: AnyJson };
