/** The rules of a pallet, each with the spec that brought them. */
export type Generations<R> = readonly (readonly [since: number, rules: R])[];

/** The rules that hold in a spec: the newest that are not newer than it. Oldest first. */
export function rulesIn<R>(generations: Generations<R>, version: number): R {
  const found = generations.findLast(([since]) => since <= version);
  if (found === undefined) throw new RangeError(`there is no Crust runtime of spec ${version}`);
  return found[1];
}
