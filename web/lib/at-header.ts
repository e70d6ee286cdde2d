/**
 * In which the proxy passes on the block asked for with `at`, since layouts are not given the part of the address after
 * the question mark. A visitor's own is overwritten.
 */
export const AT_HEADER = 'x-moho-at';
