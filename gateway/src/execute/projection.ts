import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectFields, fieldOf, type Selecting } from './collect-fields.ts';
import { isInherited, isObject, type JsonObject, own, typeNameOf } from './json.ts';
import { leafWriter } from './leaf.ts';
import type { Path } from './targets.ts';

/** A place where the subgraphs' data does not fit the schema, though no subgraph reported an error for it. */
export interface Misfit {
  message: string;
  path: Path;
}

/** One writing of an answer. */
export interface Writing {
  /** Parts that hang at several places: each is written once. */
  shared: ReadonlySet<object>;
  /** What was written of them, by who wrote it. */
  texts: Map<Write, Map<object, string>>;
  /** Whether no string of the data has a character that JSON escapes. */
  unescaped: boolean;
  /** What the root fields `__schema` and `__type` answer. */
  introspect(nodes: readonly FieldNode[]): string;
  /** Whether something did not fit. */
  misfit: boolean;
  /** Where the misfits go, with the path being written; left out in a first, quicker writing, since an answer seldom has any. */
  trail?: { path: (string | number)[]; misfits: Misfit[] };
}

/** Null in place of something that may be null and was wrong; said already. */
const WRONG = undefined;
/** The object or list around it has to become null. */
const LOST = null;
type Text = string | typeof WRONG | typeof LOST;
export type Write = (value: unknown, writing: Writing) => Text;

interface Field {
  name: string;
  prefix: string;
  inherited: boolean;
  /** Whether a subgraph answers it. */
  asked: boolean;
  write: Write;
}

type Fields = readonly Field[];

/** An operation's selection, worked out once for the types that it meets: writes the answer's `data` as JSON straight from what the subgraphs sent. */
export interface Projection {
  /** Response names of the root fields that subgraphs answer. */
  readonly asked: readonly string[];
  write(data: JsonObject, writing: Writing): string;
}

export function compileProjection(selecting: Selecting, root: GraphQLCompositeType, set: FieldNode['selectionSet']): Projection {
  const { schema } = selecting;

  /** Fields by runtime type, each compiled when the first object of its type comes. */
  function compileObject(type: GraphQLCompositeType, nodes: readonly FieldNode[]): Write {
    const sets = nodes.map(({ selectionSet }) => selectionSet!);
    const byName = new Map<unknown, Fields | undefined>();
    const fieldsOf = (typeName: unknown): Fields | undefined => {
      if (byName.has(typeName)) return byName.get(typeName);
      const actual = typeName ? schema.getType(String(typeName)) : type;
      const fields = isCompositeType(actual) ? compileFields(actual, sets) : undefined;
      if (fields) byName.set(typeName, fields);
      return fields;
    };
    const write: Write = (value, writing) => {
      if (!isObject(value)) return wrong(writing, () => `Invalid value found where an object of type ${type.name} should be.`);
      const fields = fieldsOf(typeNameOf(value));
      return fields ? writeFields(fields, value, writing) : wrong(writing, () => 'Invalid __typename found for object.');
    };
    return onceForShared(write);
  }

  function compileFields(type: GraphQLCompositeType, sets: readonly NonNullable<FieldNode['selectionSet']>[]): Fields {
    const collected = collectFields(selecting, type, sets);
    return [...collected].map(([name, nodes], index) => ({
      name,
      prefix: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
      inherited: isInherited(name),
      asked: !nodes[0]!.name.value.startsWith('__'),
      write: compileField(type, name, nodes),
    }));
  }

  function compileField(type: GraphQLCompositeType, name: string, nodes: readonly FieldNode[]): Write {
    const field = nodes[0]!.name.value;
    if (field === '__typename') {
      const text = isObjectType(type) ? JSON.stringify(type.name) : LOST;
      return () => text;
    }
    if (type === root && (field === '__schema' || field === '__type')) return (_, writing) => writing.introspect(nodes);
    const definition = fieldOf(type, field);
    if (!definition) return () => 'null';
    return compileType(definition.type, nodes, () => `field ${type.name}.${name}`);
  }

  function compileType(type: GraphQLOutputType, nodes: readonly FieldNode[], describe: () => string): Write {
    const write = isNonNullType(type) ? compileNonNull(compileNullable(getNullableType(type) as never, nodes, describe), describe) : undefined;
    return write ?? compileNullable(type, nodes, describe);
  }

  function compileNullable(type: GraphQLOutputType, nodes: readonly FieldNode[], describe: () => string): Write {
    if (isListType(type))
      return compileList(
        compileType(type.ofType, nodes, () => 'array element'),
        type,
        describe,
      );
    if (isLeafType(type)) return compileLeaf(type, describe);
    const write = compileObject(getNamedType(type) as GraphQLCompositeType, nodes);
    return (value, writing) => (value === null || value === undefined ? 'null' : write(value, writing));
  }

  const rootFields = compileFields(root, [set!]);
  return {
    asked: rootFields.filter(({ asked }) => asked).map(({ name }) => name),
    write: (data, writing) => writeFields(rootFields, data, writing) ?? 'null',
  };
}

function compileNonNull(write: Write, describe: () => string): Write {
  return (value, writing) => {
    const text = write(value, writing);
    if (text === 'null') wrong(writing, () => `Cannot return null for non-nullable ${describe()}.`);
    return text === 'null' || text === WRONG ? LOST : text;
  };
}

function compileLeaf(type: GraphQLLeafType, describe: () => string): Write {
  const leaf = leafWriter(type);
  return (value, writing) => {
    if (value === null || value === undefined) return 'null';
    return leaf(value, writing.unescaped) ?? wrong(writing, () => `Invalid value found for ${describe()}.`);
  };
}

function compileList(writeItem: Write, type: GraphQLOutputType, describe: () => string): Write {
  const write: Write = (value, writing) => {
    if (!Array.isArray(value)) return wrong(writing, () => `Invalid value found for ${describe()}: ${String(type)} is a list.`);
    const { trail } = writing;
    let text = '[';
    let lost = false;
    for (let index = 0; index < value.length; index++) {
      trail?.path.push(index);
      const item = writeItem(value[index], writing);
      trail?.path.pop();
      if (item === LOST) lost = true;
      else text += index === 0 ? (item ?? 'null') : `,${item ?? 'null'}`;
    }
    return lost ? WRONG : `${text}]`;
  };
  const once = onceForShared(write);
  return (value, writing) => (value === null || value === undefined ? 'null' : once(value, writing));
}

/** An object's text; WRONG when a field that may not be null is. */
function writeFields(fields: Fields, value: JsonObject, writing: Writing): string | typeof WRONG {
  if (fields.length === 0) return '{}';
  const { trail } = writing;
  let text = '';
  for (const { name, prefix, inherited, write } of fields) {
    trail?.path.push(name);
    const part = write(inherited ? own(value, name) : value[name], writing);
    trail?.path.pop();
    if (part === LOST) return WRONG;
    text += prefix + (part ?? 'null');
  }
  return `${text}}`;
}

/** A shared part has the same text wherever it hangs, except for the paths of its misfits. */
function onceForShared(write: Write): Write {
  return (value, writing) => {
    if (writing.trail || writing.shared.size === 0 || !writing.shared.has(value as object)) return write(value, writing);
    let texts = writing.texts.get(write);
    if (!texts) writing.texts.set(write, (texts = new Map()));
    const known = texts.get(value as object);
    if (known !== undefined) return known;
    const text = write(value, writing);
    if (typeof text === 'string') texts.set(value as object, text);
    return text;
  };
}

function wrong(writing: Writing, message: () => string): typeof WRONG {
  writing.misfit = true;
  writing.trail?.misfits.push({ message: message(), path: [...writing.trail.path] });
  return WRONG;
}
