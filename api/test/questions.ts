import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../src/schema/index';
import { address, anchor, files, hash } from './fixtures';

/** Questions made from the schema itself, so that no field and no argument can be forgotten. */

const RELAY = new Set(['first', 'after', 'last', 'before']);

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith('Connection');

const needsArguments = (field: GraphQLField<unknown, unknown>): boolean =>
  field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);

/** Selects everything below a type down to a depth; lists of a connection are kept short. */
export const selectAll = (type: GraphQLOutputType, depth: number): string => {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (needsArguments(field)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    if (depth <= 0) return [];
    const args = isConnection(field.type) ? '(first: 2)' : '';
    const below = isConnection(field.type)
      ? `{ nodes ${selectAll(nodeOf(field.type), depth - 1)} pageInfo { endCursor } }`
      : selectAll(field.type, depth - 1);
    return [`${field.name}${args} ${below}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
};

const nodeOf = (type: GraphQLOutputType): GraphQLOutputType => {
  const connection = getNamedType(type) as GraphQLObjectType;
  const nodes = connection.getFields().nodes;
  if (!nodes) throw new Error(`${connection.name} has no nodes`);
  return nodes.type;
};

/** A sensible value for each argument that must be given. */
const GIVEN: Record<string, unknown> = {
  'Query.plan.amount': '25000000000000',
  'Query.file.cid': files.stored,
  'Query.group.owner': address(10),
  'Query.sworker.anchor': anchor(40),
  'Query.validator.id': address(10),
  'Query.guarantor.id': address(70),
  'Query.candidate.id': address(10),
  'Query.account.id': address(10),
  'Query.audit.account': address(10),
  'Query.era.n': 1,
  'Query.block.hash': hash(50),
  'Query.extrinsic.id': '50-0',
  'Query.filesByCids.cids': [files.stored, files.never],
  'Query.portfolio.account': address(90),
  'Query.holder.account': address(10),
  'Query.missCosts.owner': address(16),
  'Query.missCost.owner': address(16),
  'Query.missCost.member': address(46),
  'Query.missCost.era': 1,
  'Query.groupPayout.owner': address(16),
  'Query.groupPayout.fromEra': 1,
  'Query.groupPayout.toEra': 2,
  'Query.search.text': 'owner',
  'Query.orderCall.cid': files.stored,
  'Query.slotReport.name': '35-0',
  'Query.orderCall.sizeBytes': '1048576',
};

const GIVEN_THOUGH_OPTIONAL = new Set(['Query.block.hash', 'Query.extrinsic.id']);

export interface Question {
  name: string;
  field: GraphQLField<unknown, unknown>;
  /** the question, asking `depth` levels down, with these arguments as variables */
  text: (depth: number, args: string[]) => string;
  /** variables for the arguments that must be given */
  given: Record<string, unknown>;
}

export const questions = (): Question[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => {
    const key = (arg: GraphQLArgument) => `Query.${field.name}.${arg.name}`;
    const must = field.args.filter((arg) => isNonNullType(arg.type) || GIVEN_THOUGH_OPTIONAL.has(key(arg)));
    const given = Object.fromEntries(must.map((arg) => [arg.name, GIVEN[key(arg)]]));
    for (const arg of must) if (given[arg.name] === undefined) throw new Error(`no example for ${key(arg)}`);
    return {
      name: field.name,
      field,
      given,
      text: (depth, names) => {
        const used = field.args.filter((arg) => names.includes(arg.name) || arg.name in given);
        const declared = used.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
        const pages = isConnection(field.type) && !names.some((name) => RELAY.has(name)) ? ['first: 3'] : [];
        const passed = [...used.map((arg) => `${arg.name}: $${arg.name}`), ...pages].join(', ');
        const below = isConnection(field.type)
          ? `{ nodes ${selectAll(nodeOf(field.type), depth)} pageInfo { endCursor hasNextPage } }`
          : selectAll(field.type, depth);
        return `query ${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${below} }`;
      },
    };
  });

/** Every leaf an input type has: `path` leads into input objects. */
export const inputLeaves = (
  type: GraphQLInputType,
  path: string[] = [],
): { path: string[]; leaf: string; required: boolean }[] => {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((field) => inputLeaves(field.type, [...path, field.name]));
  }
  return [{ path, leaf: isEnumType(named) ? 'Enum' : named.name, required: isNonNullType(type) }];
};

/** A field below the root that takes arguments, and how to get to it. */
export interface NestedField {
  /** type and field */
  name: string;
  field: GraphQLField<unknown, unknown>;
  /** the question for it, passing these arguments as variables */
  text: (names: string[]) => string;
  given: Record<string, unknown>;
}

interface Step {
  type: GraphQLObjectType;
  question: Question;
  wrap: (inner: string) => string;
}

const below = (type: GraphQLOutputType): { type: GraphQLObjectType; wrap: (inner: string) => string } | null => {
  const named = getNamedType(isConnection(type) ? nodeOf(type) : type);
  if (!isObjectType(named)) return null;
  return { type: named, wrap: (inner) => (isConnection(type) ? `{ nodes { ${inner} } }` : `{ ${inner} }`) };
};

const leafOf = (type: GraphQLOutputType): string => (isLeafType(getNamedType(type)) ? '' : '{ __typename }');

/** Every field with arguments of every type that can be reached from the root, each by the shortest way. */
export const nestedFields = (): NestedField[] => {
  const reached = new Set<string>();
  const steps: Step[] = [];
  const reach = (field: GraphQLField<unknown, unknown>, question: Question, wrap: Step['wrap']): void => {
    const next = below(field.type);
    if (next === null || reached.has(next.type.name)) return;
    reached.add(next.type.name);
    steps.push({ type: next.type, question, wrap: (inner) => wrap(next.wrap(inner)) });
  };
  // single things first: they are sure to be there
  const roots = questions().sort((a, b) => Number(isConnection(a.field.type)) - Number(isConnection(b.field.type)));
  for (const question of roots) {
    const passed = Object.keys(question.given).map((name) => `${name}: $given_${name}`);
    if (isConnection(question.field.type)) passed.push('first: 3');
    const call = `${question.name}${passed.length > 0 ? `(${passed.join(', ')})` : ''}`;
    reach(question.field, question, (inner) => `${call} ${inner}`);
  }
  const found: NestedField[] = [];
  for (const { type, question, wrap } of steps) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0) found.push(nestedField(type, field, question, wrap));
      if (!needsArguments(field)) reach(field, question, (inner) => wrap(`${field.name} ${inner}`));
    }
  }
  return found;
};

const nestedField = (
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  question: Question,
  wrap: (inner: string) => string,
): NestedField => ({
  name: `${type.name}.${field.name}`,
  field,
  given: Object.fromEntries(Object.entries(question.given).map(([name, value]) => [`given_${name}`, value])),
  text: (names) => {
    const rootArgs = question.field.args.filter((arg) => arg.name in question.given);
    const used = field.args.filter((arg) => names.includes(arg.name));
    const declared = [
      ...rootArgs.map((arg) => `$given_${arg.name}: ${arg.type}`),
      ...used.map((arg) => `$${arg.name}: ${arg.type}`),
    ].join(', ');
    const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const leaf = `${field.name}${passed ? `(${passed})` : ''} ${leafOf(field.type)}`;
    return `query ${declared ? `(${declared})` : ''} { ${wrap(leaf)} }`;
  },
});
