import {
  type ArgumentNode,
  astFromValue,
  type FieldNode,
  type GraphQLResolveInfo,
  isInputType,
  Kind,
  print,
  type SelectionSetNode,
  typeFromAST,
  type ValueNode,
  visit,
} from 'graphql';

/** Paths that were written down already for one execution, which has variables of its own. */
const known = new WeakMap<object, Map<string, string[] | null>>();

/** The fields under selections that answer under this name, those of fragments included. */
const fieldsNamed = (info: GraphQLResolveInfo, selections: readonly SelectionSetNode[], name: string): FieldNode[] =>
  selections.flatMap(({ selections: parts }) =>
    parts.flatMap((part) => {
      if (part.kind === Kind.FIELD) return (part.alias ?? part.name).value === name ? [part] : [];
      const fragment = part.kind === Kind.INLINE_FRAGMENT ? part : info.fragments[part.name.value];
      return fragment ? fieldsNamed(info, [fragment.selectionSet], name) : [];
    }),
  );

/** The value given for a variable, as it is written in a question; undefined when none is given. */
const givenFor = ({ schema, operation, variableValues }: GraphQLResolveInfo, name: string): ValueNode | undefined => {
  const value = variableValues[name];
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const type = definition && typeFromAST(schema, definition.type);
  if (value === undefined || !isInputType(type)) return undefined;
  return astFromValue(value, type) ?? undefined;
};

/** The argument with its variables' values in their places; null when it is not given at all. */
const written = (info: GraphQLResolveInfo, argument: ArgumentNode): string | null => {
  const leaveOut = ({ value }: { value: ValueNode }) =>
    value.kind === Kind.VARIABLE && givenFor(info, value.name.value) === undefined ? null : undefined;
  const filled = visit(argument, {
    Argument: leaveOut,
    ObjectField: leaveOut,
    Variable: ({ name }) => givenFor(info, name.value) ?? { kind: Kind.NULL },
  }) as ArgumentNode | null;
  return filled === null ? null : print(filled);
};

/** Each field on the way to the object, with its arguments; null for what no question leads to. */
const fieldsTo = (info: GraphQLResolveInfo, names: readonly string[]): string[] | null => {
  if (info.operation.operation !== 'query') return null;
  let selections: readonly SelectionSetNode[] = [info.operation.selectionSet];
  const fields: string[] = [];
  for (const name of names) {
    const [field, ...others] = fieldsNamed(info, selections, name);
    if (field === undefined) return null;
    const given = (field.arguments ?? []).flatMap((argument) => written(info, argument) ?? []);
    fields.push(given.length === 0 ? field.name.value : `${field.name.value}(${given.join(', ')})`);
    selections = [field, ...others].flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return fields;
};

/**
 * The question that leads to the object a field is asked of, with every variable filled in: the block it was answered as
 * of, then the fields on the way, places in lists as numbers: `1200.blocks(first: 20).nodes.3.receipt`. Null where no
 * question leads, as in a subscription.
 */
export const questionOf = (info: GraphQLResolveInfo, height: number): string | null => {
  const keys: (string | number)[] = [];
  for (let place = info.path.prev; place !== undefined; place = place.prev) keys.unshift(place.key);
  const names = keys.filter((key) => typeof key === 'string');
  const paths = known.get(info.variableValues) ?? new Map<string, string[] | null>();
  known.set(info.variableValues, paths);
  const name = names.join('.');
  let fields = paths.get(name);
  if (fields === undefined) {
    fields = fieldsTo(info, names);
    paths.set(name, fields);
  }
  if (fields === null) return null;
  let next = 0;
  const parts = keys.map((key) => (typeof key === 'number' ? key : fields[next++]));
  return [height, ...parts].join('.');
};
