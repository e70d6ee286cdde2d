import type { Judge } from '../files/load';
import { LARGE_GROUP, LARGE_OWNER } from './world';

/** A week of a group of a thousand machines, as the page of the group asks for it. */
export const GRID_SLOTS = 168;
export const GRID_QUESTION = `query ($account: String!, $slots: Int!) { audit(account: $account) {
  grid(slots: $slots) { slots judgedThrough rows { account isMember letters } }
} }`;

export const gridVariables = { account: LARGE_OWNER, slots: GRID_SLOTS };

interface GridAnswer {
  data?: { audit?: { grid?: { rows: { letters: string }[] } } };
  errors?: unknown[];
}

/** Every machine has a letter for every slot, and somebody missed one. */
export const judgeGrid: Judge = (status, body) => {
  if (status !== 200) return `status ${status}`;
  const { data, errors } = JSON.parse(body) as GridAnswer;
  if (errors !== undefined) return JSON.stringify(errors).slice(0, 300);
  const rows = data?.audit?.grid?.rows ?? [];
  if (rows.length !== LARGE_GROUP) return `${rows.length} machines instead of ${LARGE_GROUP}`;
  if (rows.some(({ letters }) => letters.length !== GRID_SLOTS)) return 'a machine has not one letter for each slot';
  return rows.some(({ letters }) => /m/i.test(letters)) ? null : 'nobody missed a slot';
};
