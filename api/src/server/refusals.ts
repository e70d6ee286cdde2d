import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

const MAX_CHARS = 240;

/** graphql-js names the variable, shows its value whole and then says what is wrong; the value alone may be pages long. */
const COERCION = /^Variable "\$([^"]+)" got invalid value [\s\S]*?(?: at "([^"]+)")?; ([\s\S]+)$/;

const oneSentence = (message: string): string => {
  const found = COERCION.exec(message);
  const sentence = found ? `"${found[2] ?? found[1]}" is not valid: ${found[3]}` : message;
  const line = sentence.replace(/\s+/g, ' ').trim();
  const short = line.length > MAX_CHARS ? `${line.slice(0, MAX_CHARS)}…` : line;
  return /[.…!?]$/.test(short) ? short : `${short}.`;
};

/** What GraphQL itself refuses (unknown fields, values of the wrong type) in one sentence, always with a code. */
const refusal = (error: GraphQLError): GraphQLError => {
  const { code } = error.extensions;
  // the executor's name, in subscriptions, for what is BAD_INPUT here
  const ours = code === undefined || code === 'BAD_USER_INPUT' ? 'BAD_INPUT' : code;
  // our own sentences have their code; those of the parser and the validator only need to be one line
  const isOurs = code !== undefined && code === ours && !String(code).startsWith('GRAPHQL_');
  if (isOurs && !COERCION.test(error.message)) return error;
  return new GraphQLError(oneSentence(error.message), {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: { ...error.extensions, code: ours },
  });
};

/** Gives every refusal a code and a sentence of readable length. */
export const clearRefusals = (): Plugin => ({
  onResultProcess: ({ result, setResult }) => {
    if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return;
    setResult({
      ...result,
      errors: result.errors.map((error) => (error instanceof GraphQLError ? refusal(error) : error)),
    });
  },
});
