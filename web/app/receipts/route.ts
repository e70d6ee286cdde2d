import { askReceipts } from '../../lib/receipt/ask';
import { text } from '../../messages';

const MOST_CHARS = 256 * 1024;

/** The questions in the body: a JSON list of texts; null for anything else. */
const readQuestions = async (request: Request): Promise<string[] | null> => {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_CHARS) return null;
  try {
    const body: unknown = await request.json();
    const isList = Array.isArray(body) && body.length > 0 && body.every((one) => typeof one === 'string');
    return isList ? body : null;
  } catch {
    return null; // no JSON
  }
};

const answer = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** The receipts a reader opens, by their questions, so that pages need not carry them and browsers talk to this site only. */
export const POST = async (request: Request): Promise<Response> => {
  const questions = await readQuestions(request);
  if (questions === null) return answer(400, { error: text.common.receipt.notOne });
  const found = await askReceipts(questions);
  if (found.ok) return answer(200, found.data);
  const { problem } = found;
  return problem.kind === 'refused'
    ? answer(400, { error: problem.message })
    : answer(503, { error: text.common.receipt.silent });
};
