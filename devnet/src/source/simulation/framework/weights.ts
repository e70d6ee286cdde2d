/** Weight of database access and of computing, in pico seconds. */
export const READ = 25_000_000;
export const WRITE = 100_000_000;
export const reads = (count: number): number => count * READ;
export const writes = (count: number): number => count * WRITE;
/** so many reads and writes together */
export const dbWeight = (readCount: number, writeCount: number): number => reads(readCount) + writes(writeCount);
