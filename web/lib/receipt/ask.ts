import { print } from 'graphql';
import { text } from '../../messages';
import { type Answer, askText } from '../api/ask';
import { answerTo, type ReceiptQuestion, readQuestion, writeQuestions } from './question';
import { SAMPLE_QUESTION, SAMPLE_RECEIPT } from './sample';
import { type WholeReceipt, WholeReceiptFields, type WholeReceipts } from './whole';

const MOST_QUESTIONS = 200;
/** So many receipts are asked for at once: the API counts the whole list that each of them stands in. */
const AT_ONCE = 4;
const { notOne, tooMany, gone } = text.common.receipt;

type Named = readonly [text: string, question: ReceiptQuestion];

const refused = (message: string): Answer<never> => ({
  ok: false,
  problem: { kind: 'refused', code: 'BAD_INPUT', message },
});

/** Groups that one question can answer: of one block, and not too many. */
const groupsOf = (all: readonly Named[]): Named[][] => {
  const blocks = [...new Set(all.map(([, { asOf }]) => asOf))];
  return blocks.flatMap((block) => {
    const ofBlock = all.filter(([, { asOf }]) => asOf === block);
    const count = Math.ceil(ofBlock.length / AT_ONCE);
    return Array.from({ length: count }, (_, i) => ofBlock.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
  });
};

const askGroup = async (group: readonly Named[]): Promise<Answer<[string, WholeReceipt][]>> => {
  const asOf = group[0]?.[1].asOf;
  const questions = group.map(([, question]) => question);
  const query = writeQuestions(questions, 'WholeReceipt');
  if (query === null) return refused(notOne);
  const answer = await askText<unknown>(`${query} ${print(WholeReceiptFields)}`, {}, { asOf });
  if (!answer.ok) return isTooMuch(answer) && group.length > 1 ? oneByOne(group) : answer;
  const found = questions.map((question, n) => answerTo(question, n, answer.data) as WholeReceipt | null);
  if (found.includes(null)) return refused(gone);
  return { ok: true, data: group.map(([name], n) => [name, found[n] as WholeReceipt]) };
};

const isTooMuch = (answer: Answer<unknown>): boolean =>
  !answer.ok && answer.problem.kind === 'refused' && answer.problem.code === 'TOO_MUCH';

/** Receipts deep in long lists cost much: together they may be more than the API takes at once, and each alone is not. */
const oneByOne = async (group: readonly Named[]): Promise<Answer<[string, WholeReceipt][]>> => {
  const entries: [string, WholeReceipt][] = [];
  for (const one of group) {
    const answer = await askGroup([one]);
    if (!answer.ok) return answer;
    entries.push(...answer.data);
  }
  return { ok: true, data: entries };
};

/** The receipts that these questions lead to. */
export const askReceipts = async (texts: readonly string[]): Promise<Answer<WholeReceipts>> => {
  const names = [...new Set(texts)];
  if (names.length > MOST_QUESTIONS) return refused(tooMany);
  const real = names.filter((name) => name !== SAMPLE_QUESTION);
  const questions = real.map((name) => [name, readQuestion(name)] as const);
  const known = questions.filter((one): one is Named => one[1] !== null);
  if (known.length < questions.length) return refused(notOne);
  const answers = await Promise.all(groupsOf(known).map(askGroup));
  const entries: [string, WholeReceipt][] = names.includes(SAMPLE_QUESTION) ? [[SAMPLE_QUESTION, SAMPLE_RECEIPT]] : [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    entries.push(...answer.data);
  }
  return { ok: true, data: Object.fromEntries(entries) };
};
