const READ = 25_000_000;
const WRITE = 100_000_000;

/** What so many reads and writes of storage weigh. */
export const dbWeight = (reads: number, writes: number): number => reads * READ + writes * WRITE;
