import type { AnswerFault } from './plan';

export interface ChainStateNow {
  head: number;
  headHash: string;
  finalized: number;
}

/** What the local chain's admin interface is asked in such a run. */
export interface ChainAdmin {
  state(): Promise<ChainStateNow>;
  produce(blocks: number): Promise<ChainStateNow>;
  fork(blocks: number, times: number): Promise<ChainStateNow>;
  /** lets answers go wrong, or none any more */
  answersGoWrong(
    plan: { seed: number; delayMs: number; rate: number; faults: AnswerFault[] } | undefined,
  ): Promise<void>;
  /** how often each fault struck under the plan that holds */
  struck(): Promise<Partial<Record<AnswerFault, number>>>;
}

/** @param up resolves when the chain is up (again) */
export const chainAdmin = (url: string, up: () => Promise<void>): ChainAdmin => {
  const ask = async (path: string, method: 'GET' | 'POST'): Promise<unknown> => {
    await up();
    const response = await fetch(`${url}${path}`, { method });
    const body = (await response.json()) as { error?: string };
    if (response.status !== 200) throw new Error(`the chain refused ${path}: ${body.error}`);
    return body;
  };
  return {
    state: () => ask('/state', 'GET') as Promise<ChainStateNow>,
    produce: (blocks) => ask(`/produce?blocks=${blocks}`, 'POST') as Promise<ChainStateNow>,
    fork: (blocks, times) => ask(`/fork?blocks=${blocks}&times=${times}`, 'POST') as Promise<ChainStateNow>,
    async answersGoWrong(plan) {
      const query = new URLSearchParams();
      if (plan) {
        query.set('seed', String(plan.seed));
        query.set('delayMs', String(plan.delayMs));
        for (const fault of plan.faults) query.set(fault, plan.rate.toFixed(4));
      }
      await ask(`/faults?${query}`, 'POST');
    },
    async struck() {
      return ((await ask('/faults', 'GET')) as { struck: Partial<Record<AnswerFault, number>> }).struck;
    },
  };
};
