import { ask, type Problem } from '../../lib/api/ask';
import { displayBytes } from '../../lib/format/quantity';
import { text } from '../../messages';
import { DEFAULT_SIZE, type FormValues, readForm } from './form-values';
import {
  type OrderCall,
  OrderCallDocument,
  type StoreData,
  StoreDocument,
  type StoreFile,
  StoreFileDocument,
} from './query';

const words = text.store.form;
const PRICE_ROWS = 60;

export interface Store {
  data: StoreData;
  file: StoreFile | null;
  call: OrderCall | null;
  problems: string[];
}

type Loaded = { ok: true; store: Store } | { ok: false; problem: Problem };

const refusalOf = (problem: Problem): string | null =>
  problem.kind === 'refused' && problem.code === 'BAD_INPUT' ? problem.message : null;

/** Files the chain holds now: an order for one of them is charged the size stored. */
const GONE = new Set(['NEVER_ORDERED', 'CLOSED', 'ILLEGAL']);
const storedSize = (file: StoreFile | null): string | null =>
  file === null || GONE.has(file.status) ? null : (file.state?.sizeBytes ?? null);

/** Everything /store shows for a filled-in form. What the API refuses of it becomes a sentence, and the page goes on without it. */
export const loadStore = async (values: FormValues): Promise<Loaded> => {
  const problems = [...values.problems];
  let file: StoreFile | null = null;
  if (values.cid !== null) {
    const answer = await ask(StoreFileDocument, { cid: values.cid });
    const refusal = answer.ok ? null : refusalOf(answer.problem);
    if (!answer.ok && refusal === null) return answer;
    if (answer.ok) file = answer.data.file;
    else problems.push(words.noCall(refusal as string));
  }
  const stored = storedSize(file);
  if (stored !== null) problems.push(words.stored(displayBytes(stored)));
  const tips = values.tipsPico.toString();
  const sizeBytes = stored ?? values.sizeBytes.toString();
  const priced = (size: string, extra: string) =>
    ask(StoreDocument, { sizeBytes: size, tips: extra, first: PRICE_ROWS });
  let answer = await priced(sizeBytes, tips);
  const refusal = answer.ok ? null : refusalOf(answer.problem);
  if (refusal !== null) {
    problems.push(`${refusal} ${words.fallback}`);
    answer = await priced(readForm(DEFAULT_SIZE).sizeBytes.toString(), '0');
  }
  if (!answer.ok) return answer;
  let call: OrderCall | null = null;
  if (file !== null && values.cid !== null && refusal === null) {
    const made = await ask(OrderCallDocument, {
      cid: file.cidText ?? file.cid,
      sizeBytes: values.sizeBytes.toString(),
      tips,
      memo: values.memo,
    });
    const why = made.ok ? null : refusalOf(made.problem);
    if (!made.ok && why === null) return made;
    if (made.ok) call = made.data.orderCall;
    else problems.push(why as string);
  }
  return { ok: true, store: { data: answer.data, file, call, problems } };
};
