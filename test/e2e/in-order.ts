import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const ORDER = ['first-page', 'people', 'every-page', 'figures', 'junk', 'last-stand'];
/** A file that is not named runs after those that only look, and before the one that ends processes. */
const place = (file: string) => {
  const named = ORDER.findIndex((name) => file.includes(`/${name}.test.`));
  return named === -1 ? ORDER.length - 1.5 : named;
};

/** First what is timed from the start, last what ends processes. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => place(a.moduleId) - place(b.moduleId));
  }
}
