import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const LONGEST = ['every-page', 'figures', 'portfolio'];
const place = (file: string) => {
  const named = LONGEST.findIndex((name) => file.includes(`/${name}.test.`));
  return named === -1 ? LONGEST.length : named;
};

/** With two workers the end comes soonest when the long files begin first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => place(a.moduleId) - place(b.moduleId));
  }
}
