import { GraphQLError } from 'graphql';
import { builder } from '../builder';
import type { Context } from '../context';
import { type View, viewAt } from '../database/view';
import { badInput } from '../errors';
import { FileRef } from '../schema/refs';
import type { FileNode } from './load';
import { fileNamed } from './naming';

/** So many lines are checked at once. */
export const MOST_CIDS = 500;

/** One line of a list of CIDs: the file it names, or why it names none. */
interface CidLine {
  line: number;
  given: string;
  file: FileNode | null;
  problem: string | null;
}

const readLine = async (ctx: Context, given: string, line: number, view: View): Promise<CidLine> => {
  try {
    return { line, given, file: await fileNamed(ctx, given, view), problem: null };
  } catch (error) {
    // the sentence for this line; all others are answered
    if (error instanceof GraphQLError && error.extensions.code === 'BAD_INPUT') {
      return { line, given, file: null, problem: error.message };
    }
    throw error;
  }
};

const CidLineRef = builder.objectRef<CidLine>('CidLine').implement({
  description: 'One line of a list: the file it names, or in one sentence why it names none.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'from 1 on' }),
    given: t.exposeString('given'),
    problem: t.exposeString('problem', { nullable: true }),
    file: t.field({
      type: FileRef,
      nullable: true,
      resolve: ({ file }) => file,
    }),
  }),
});

builder.queryField('filesByCids', (t) =>
  t.field({
    type: [CidLineRef],
    description: `one entry for each line given, in their order; at most ${MOST_CIDS}. A line that is no CID does not fail the others.`,
    args: { cids: t.arg.stringList({ required: true }), at: t.arg.int() },
    complexity: ({ cids }) => ({ field: 2, multiplier: Math.min(Math.max(cids.length, 1), MOST_CIDS) }),
    resolve: async (_root, { cids, at }, ctx) => {
      if (cids.length === 0) throw badInput('"cids" is empty: give at least one CID.');
      if (cids.length > MOST_CIDS) {
        throw badInput(`"cids" has ${cids.length} lines; at most ${MOST_CIDS} are checked at once.`);
      }
      const view = await viewAt(ctx, at);
      return Promise.all(cids.map((given, i) => readLine(ctx, given, i + 1, view)));
    },
  }),
);
