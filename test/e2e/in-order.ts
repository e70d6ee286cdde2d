import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const ORDER = ['first-page', 'people', 'every-page', 'figures', 'junk', 'last-stand'];
const place = (file: string) => ORDER.findIndex((name) => file.includes(`/${name}.test.`));

/** First what is timed from the start, last what ends processes. */
export class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => place(a.moduleId) - place(b.moduleId));
  }
}
