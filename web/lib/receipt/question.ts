import { type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** A receipt's question: the block it was answered as of, and the way to it, fields and places in lists. */
export interface ReceiptQuestion {
  asOf: number;
  way: readonly (string | number)[];
}

/** Parts between dots, but not between those of quoted text. */
const PART = /(?:"(?:\\.|[^"\\])*"|[^".])+/g;
const WHOLE_NUMBER = /^\d{1,10}$/;

/** Reads `1200.blocks(first: 20).nodes.3.receipt`; null for anything else. */
export const readQuestion = (text: string): ReceiptQuestion | null => {
  const parts = text.match(PART) ?? [];
  const [asOf, ...way] = parts.map((part) => (WHOLE_NUMBER.test(part) ? Number(part) : part));
  const isWhole = parts.join('.') === text && way.some((part) => typeof part === 'string');
  return typeof asOf === 'number' && isWhole ? { asOf, way } : null;
};

const fieldsOf = ({ way }: ReceiptQuestion): string[] => way.filter((part) => typeof part === 'string');

/** `a { b { c { ...end } } }` */
const nested = (fields: readonly string[], end: string): string =>
  `${fields.join(' { ')} { ...${end}${' }'.repeat(fields.length)}`;

/** Whether the selection is a single field on every level, down to the fragment at the end. */
const isOneWay = ({ selections: [only, ...others] }: SelectionSetNode, levels: number): boolean => {
  if (only === undefined || others.length > 0) return false;
  if (levels === 0) return only.kind === Kind.FRAGMENT_SPREAD;
  return only.kind === Kind.FIELD && only.selectionSet !== undefined && isOneWay(only.selectionSet, levels - 1);
};

/** The GraphQL text of a question's way, with `end` asked at its end; null when its words are no fields. */
const written = (question: ReceiptQuestion, end: string): string | null => {
  const fields = fieldsOf(question);
  const text = nested(fields, end);
  try {
    const { definitions } = parse(`{ ${text} }`, { maxTokens: 1000 });
    const [operation] = definitions;
    if (definitions.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION) return null;
    const [first] = operation.selectionSet.selections as readonly FieldNode[];
    return isOneWay(operation.selectionSet, fields.length) && first?.alias === undefined ? text : null;
  } catch {
    return null; // text that is no GraphQL
  }
};

/** One GraphQL question out of many, each answered under a name of its own; null when one of them is none. */
export const writeQuestions = (questions: readonly ReceiptQuestion[], end: string): string | null => {
  const texts = questions.map((question) => written(question, end));
  return texts.includes(null) ? null : `{ ${texts.map((text, i) => `${nameOf(i)}: ${text}`).join(' ')} }`;
};

/** The name the n-th question is answered under. */
const nameOf = (n: number): string => `r${n}`;

/** What stands in the answer at the end of the n-th question's way; null when nothing does. */
export const answerTo = ({ way }: ReceiptQuestion, n: number, data: unknown): unknown => {
  let first = true;
  let found = data;
  for (const part of way) {
    if (found === null || typeof found !== 'object') return null;
    const name = typeof part === 'string' ? (first ? nameOf(n) : (/^\w+/.exec(part)?.[0] ?? '')) : part;
    first = false;
    found = (found as Record<string | number, unknown>)[name];
  }
  return found ?? null;
};
