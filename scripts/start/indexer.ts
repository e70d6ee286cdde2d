import { existsSync } from 'node:fs';
export async function startIndexer(_: unknown): Promise<void> {
  existsSync('.');
}
