'use server';

import { type Checked, checkForm } from '../../lib/check/ask';

export type CheckState = (Checked & { list: string }) | null;

/** What the form answers with; it works without scripts, too. */
export const check = async (_before: CheckState, form: FormData): Promise<CheckState> => checkForm(form);
