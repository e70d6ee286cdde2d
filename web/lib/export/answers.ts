import type { Problem } from '../api/ask';
import type { Told } from '../api/subscribe';

/** Why an export cannot begin, or cannot go on: half a list must not look like the whole. */
export class ExportProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind === 'refused' ? problem.message : problem.detail);
  }
}

/** The answers of a subscription one by one; throws ExportProblem instead of handing on a problem. */
export async function* answersOf<Result>(told: AsyncIterable<Told<Result>>): AsyncGenerator<Result> {
  for await (const one of told) {
    if (!one.ok) throw new ExportProblem(one.problem);
    yield one.data;
  }
}
