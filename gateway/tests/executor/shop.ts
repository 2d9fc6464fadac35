import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, isObjectType, parse } from 'graphql';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])`;

/** Five services with what makes execution hard: unions, interfaces, lists of lists, `@requires`, `@provides`, `@interfaceObject`, hidden enum values. */
const typeDefs: Record<string, string> = {
  catalog: `${link}
    type Query {
      items(first: Int = 4): [Item]  item(id: ID!): Item  book(id: ID! = "b1"): Book
      grid: [[Gadget]]  rows: [[Gadget!]!]  search: [Found]  numbers: [[Int!]]!
    }
    interface Item @key(fields: "id") { id: ID! name: String colour: Colour }
    interface Heavy { weight: Int size: Size }
    type Book implements Item @key(fields: "id") { id: ID! name: String colour: Colour pages: Int! author: Author sequel: Book }
    type Gadget implements Item & Heavy @key(fields: "id") { id: ID! name: String colour: Colour weight: Int price: Int size: Size parts: [[Part]] }
    type Crate implements Heavy { weight: Int size: Size inside: [Found!] label: String }
    type Part { code: String! of: Gadget }
    type Size { width: Int! depth: Float }
    type Author @key(fields: "id", resolvable: false) { id: ID! }
    union Found = Book | Gadget | Author | Crate
    enum Colour { RED GREEN SECRET @inaccessible }
  `,
  people: `${link}
    type Query { authors: [Author!]  me: Author }
    type Author @key(fields: "id") { id: ID! name: String! nick: String @shareable born(era: String = "AD"): String friends: [Author] favourite: Item2 }
    union Item2 = Book | Gadget
    type Book @key(fields: "id", resolvable: false) { id: ID! }
    type Gadget @key(fields: "id", resolvable: false) { id: ID! }
  `,
  stock: `${link}
    type Gadget @key(fields: "id") {
      id: ID!  weight: Int @external  price: Int @external  size: Size @external
      shipping(fast: Boolean = false): Int @requires(fields: "weight price size { width }")  inStock: Boolean!  shelves: [[Shelf!]]
    }
    type Book @key(fields: "id") { id: ID! inStock: Boolean! copies: Int }
    type Size { width: Int! @external }
    type Shelf { place: String content: [Gadget] }
  `,
  reviews: `${link}
    type Query { reviews: [Review!] }
    type Review @key(fields: "id") { id: ID! body: String stars: Int! author: Author @provides(fields: "nick") about: Subject }
    union Subject = Book | Gadget | Author
    type Author @key(fields: "id") { id: ID! nick: String @external reviews(first: Int): [Review!] }
    type Book @key(fields: "id") { id: ID! reviews(first: Int): [Review!] }
    type Gadget @key(fields: "id") { id: ID! reviews(first: Int): [Review!] }
  `,
  ratings: `${link}
    type Query { best: Item }
    type Item @key(fields: "id") @interfaceObject { id: ID! rating: Float votes(kind: String): Int! related: [Item] }
  `,
};

type Thing = Record<string, unknown> & { __typename: string; id: string };

const BOOKS = ['b1', 'b2', 'b3'];
const GADGETS = ['g1', 'g2', 'g3', 'g4'];
const AUTHORS = ['a1', 'a2', 'a3'];
const REVIEWS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];

/** A number from a text, the same each time (FNV-1a). */
export function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** What goes wrong, in percent of the fields; the same fields of the same things each time. */
export interface Faults {
  seed: number;
  errors: number;
  nulls: number;
  /** Fields (Type.field) that fail whatever the percentages say. */
  only?: readonly string[];
}

export const NO_FAULTS: Faults = { seed: 0, errors: 0, nulls: 0 };

const typeOf = (id: string) => ({ b: 'Book', g: 'Gadget', a: 'Author', r: 'Review' })[id[0]!]!;
const thing = (id: string): Thing => ({ __typename: typeOf(id), id });
const pick = (list: readonly string[], key: string) => list[numberOf(key) % list.length]!;
const some = (list: readonly string[], key: string, most: number) =>
  Array.from({ length: numberOf(`${key}#`) % (most + 1) }, (_, index) => pick(list, `${key}${index}`));
const whole = (key: string, below: number) => numberOf(key) % below;

/** Resolvers of every field there is, by type. `source` has a key and, for `@requires`, what was asked for. */
function fieldsOf(faults: Faults): Record<string, Record<string, (source: any, args: any) => unknown>> {
  const heavy = {
    weight: ({ id }: Thing) => whole(`weight${id}`, 50),
    size: ({ id }: Thing) => ({ __typename: 'Size', id, width: whole(`width${id}`, 9), depth: whole(`depth${id}`, 9) / 4 }),
  };
  const item = {
    name: ({ id }: Thing) => `item "${id}"\n`,
    colour: ({ id }: Thing) => ['RED', 'GREEN', 'SECRET'][whole(`colour${id}`, 3)],
    rating: ({ id }: Thing) => whole(`rating${id}`, 50) / 8,
    votes: ({ id }: Thing, { kind }: { kind?: string }) => whole(`votes${id}${kind}`, 100),
    related: ({ id }: Thing) => some([...BOOKS, ...GADGETS], `related${id}`, 3).map(thing),
  };
  const reviews = ({ id }: Thing, { first = 9 }: { first?: number | null }) =>
    some(REVIEWS, `reviews${id}`, 4)
      .slice(0, first ?? 9)
      .map(thing);
  const inStock = ({ id }: Thing) => whole(`stock${id}`, 2) === 0;
  const lost = (id: string, field: string) => faultOf(faults, typeOf(id), id, field) !== undefined;
  const crate = (id: string) => ({ __typename: 'Crate', id });
  return {
    Query: {
      items: (_, { first }) =>
        [...BOOKS, ...GADGETS]
          .sort((a, b) => numberOf(a) - numberOf(b))
          .slice(0, first)
          .map(thing),
      item: (_, { id }) => ([...BOOKS, ...GADGETS].includes(id) ? thing(id) : null),
      book: (_, { id }) => (BOOKS.includes(id) ? thing(id) : null),
      grid: () => [[thing('g1'), thing('g2')], [thing('g1')], []],
      rows: () => [[thing('g3')], [thing('g1'), thing('g3')]],
      search: () => [thing('b1'), thing('a1'), crate('c1'), thing('g2'), thing('b2'), null],
      numbers: () => [[1, 2], [], null, [-3]],
      authors: () => AUTHORS.map(thing),
      me: () => thing('a1'),
      reviews: () => REVIEWS.map(thing),
      best: () => thing('g2'),
    },
    Book: {
      ...item,
      reviews,
      inStock,
      pages: ({ id }) => whole(`pages${id}`, 900),
      author: ({ id }) => thing(pick(AUTHORS, `author${id}`)),
      sequel: ({ id }) => thing(pick(BOOKS, `sequel${id}`)),
      copies: ({ id }) => whole(`copies${id}`, 9),
    },
    Gadget: {
      ...item,
      ...heavy,
      reviews,
      inStock,
      price: ({ id }) => whole(`price${id}`, 500),
      parts: ({ id }) => [[{ __typename: 'Part', id: `${id}p1`, gadget: id }, null], [{ __typename: 'Part', id: `${id}p2`, gadget: 'g1' }]],
      shipping: (source: any, { fast }) => {
        const own = (field: 'weight' | 'price') =>
          field in source ? source[field] : lost(source.id, field) ? null : fieldsOf(faults)['Gadget']![field]!(source, {});
        const size = 'size' in source ? source.size?.width : lost(source.id, 'size') ? undefined : whole(`width${source.id}`, 9);
        return (own('weight') ?? -1) * 1000 + (own('price') ?? -1) + (size ?? 0.5) * 2 + (fast ? 7 : 0);
      },
      shelves: ({ id }) => [
        [{ __typename: 'Shelf', id: `${id}s1` }],
        null,
        [
          { __typename: 'Shelf', id: `${id}s2` },
          { __typename: 'Shelf', id: `${id}s3` },
        ],
      ],
    },
    Crate: { ...heavy, label: ({ id }) => `crate ${id}`, inside: () => [thing('g1'), crate('c2'), thing('a2')] },
    Part: { code: ({ id }) => id, of: ({ gadget }: any) => thing(gadget) },
    Shelf: { place: ({ id }) => id, content: ({ id }) => some(GADGETS, id, 2).map(thing) },
    Author: {
      reviews,
      name: ({ id }) => `author ${id}`,
      nick: ({ id }) => `nick of ${id}`,
      born: ({ id }, { era }) => `${1900 + whole(`born${id}`, 90)} ${era}`,
      friends: ({ id }) => [...some(AUTHORS, `friends${id}`, 2).map(thing), null],
      favourite: ({ id }) => thing(pick([...BOOKS, ...GADGETS], `favourite${id}`)),
    },
    Review: {
      body: ({ id }) => `review ${id} ünï`,
      stars: ({ id }) => whole(`stars${id}`, 5),
      author: ({ id }) => thing(pick(AUTHORS, `by${id}`)),
      about: ({ id }) => thing(pick([...BOOKS, ...GADGETS, ...AUTHORS], `about${id}`)),
    },
  };
}

const SAFE = new Set(['id', '__typename', 'width', 'depth']); // keys, and what a required object needs

function faultOf({ seed, errors, nulls, only }: Faults, type: string, id: string, field: string): 'error' | 'null' | undefined {
  if (SAFE.has(field)) return undefined;
  if (only?.includes(`${type}.${field}`)) return 'error';
  const dice = numberOf(`${seed}/${type}/${id}/${field}`) % 100;
  return dice < errors ? 'error' : dice < errors + nulls ? 'null' : undefined;
}

/** Gives a schema its resolvers, faults included. */
function attach(schema: GraphQLSchema, faults: Faults): GraphQLSchema {
  const fields = fieldsOf(faults);
  const hasItemObject = isObjectType(schema.getType('Item')); // where Item is an object, its instances are called so
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue; // introspection's types are one for all schemas of a process
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      field.resolve = (source: any, args: any) => {
        const owner = type.name === 'Item' ? typeOf(source.id) : type.name;
        const fault = faultOf(faults, owner, source?.id ?? '', field.name);
        if (fault === 'error') throw new Error(`${owner}.${field.name} of ${source?.id ?? 'root'} is broken`);
        if (fault === 'null') return null;
        const resolve = fields[owner]?.[field.name];
        const value = resolve ? resolve(source, args) : source[field.name];
        return hasItemObject ? plain(value) : value;
      };
    }
  }
  return schema;
}

const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(plain) : typeof value === 'object' && value !== null ? { ...value, __typename: 'Item' } : value;

export function shopSdl(): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(typeDefs).map(([name, text]) => ({ name, typeDefs: parse(text), url: `http://${name}` })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

/** Answers one fetch as the service would, as a copy. */
export type Ask = (service: string, request: { query: string; variables?: Record<string, unknown> }) => Promise<any>;

/** The services' answers for one set of faults. */
export function openShop(faults: Faults): Ask {
  const schemas = new Map(
    Object.entries(typeDefs).map(([name, text]) => {
      const references = Object.fromEntries(
        ['Book', 'Gadget', 'Author', 'Review', 'Item']
          .filter((type) => new RegExp(`(type|interface) ${type} `).test(text))
          .map((type) => [
            type,
            {
              __resolveReference: (reference: any) => ({
                ...reference,
                __typename: name === 'ratings' ? 'Item' : reference.__typename === 'Item' ? typeOf(reference.id) : reference.__typename,
              }),
            },
          ]),
      );
      return [name, attach(buildSubgraphSchema([{ typeDefs: parse(text), resolvers: references as never }]), faults)] as const;
    }),
  );
  return async (service, { query, variables = {} }) => {
    const result = await execute({ schema: schemas.get(service)!, document: parse(query), rootValue: {}, variableValues: variables });
    return JSON.parse(JSON.stringify(result));
  };
}

/** The same data and faults behind one schema, without federation. */
export const attachMonolith = (schema: GraphQLSchema, faults: Faults): GraphQLSchema => attach(schema, faults);
