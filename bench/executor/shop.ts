import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

// A shop of four services in the shape that The Guild's benchmark of federation gateways has: few things, met again and again.

const link = '@link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"])';

export const typeDefs: Record<string, string> = {
  accounts: `extend schema ${link}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  inventory: `extend schema ${link}
    type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
  products: `extend schema ${link}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `extend schema ${link}
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};

const sentences = [
  'It came a day early, well packed, and looks just as it does in the pictures that the shop shows. ',
  'The colour is a little darker than I had thought, yet it suits the room, and everybody who visits asks where it is from. ',
  'After two months of daily use nothing creaks, nothing is loose, and cleaning takes a minute with a damp cloth. ',
  'The manual could be clearer about the last step; their support answered within the hour and knew at once what I meant. ',
  'I would buy it again without a second thought, and my neighbour already has. ',
];
const body = (number: number) =>
  Array.from({ length: 2 + ((number * 7) % 5) }, (_, index) => sentences[(number + index) % sentences.length])
    .join('')
    .trim();

const users = ['Ada Marsh', 'Ben Okoro', 'Cleo Duval', 'Dana Weiss', 'Egon Brandt', 'Fay Lindqvist'].map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.split(' ')[0]!.toLowerCase(),
  birthday: 700_000_000 + index,
}));
const names = ['Table', 'Couch', 'Glass', 'Chair', 'Screen', 'Lamp', 'Grill', 'Fridge', 'Sofa'];
const prices = [899, 1299, 15, 499, 1299, 6999, 3999, 100_000, 9999];
const products = names.map((name, index) => ({ upc: String(index + 1), name, price: prices[index]!, weight: 20 + index * 90 }));
const reviews = [1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4].map((upc, index) => ({ id: String(index + 1), body: body(index), upc: String(upc) }));

const author = { id: '1', username: 'ada' };
const Review = { product: ({ upc }: { upc: string }) => ({ upc }), author: () => author };
export const resolvers: Record<string, Record<string, any>> = {
  accounts: {
    Query: { me: () => users[0], user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id), users: () => users },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (reference: object) => reference,
      inStock: ({ upc }: { upc: string }) => Number(upc) % 3 !== 2,
      shippingEstimate: ({ price, weight }: { price: number; weight: number }) => (price > 1000 ? 0 : Math.floor(weight / 2)),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: { __resolveReference: ({ upc }: { upc: string }) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    Review: { __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id), ...Review },
    User: { __resolveReference: (reference: object) => reference, reviews: () => reviews.slice(0, 2) },
    Product: {
      __resolveReference: (reference: object) => reference,
      reviews: ({ upc }: { upc: string }) => reviews.filter((review) => review.upc === upc),
    },
  },
};

export function composeShop(urlOf: (name: string) => string): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(typeDefs).map(([name, text]) => ({ name, typeDefs: parse(text), url: urlOf(name) })),
  );
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}

export const queries: Record<string, string> = {
  tiny: '{ me { id name } }',
  'two-hop': '{ topProducts(first: 9) { upc name reviews { id body } } }',
  benchmark: `
    fragment User on User { id username name }
    fragment Review on Review { id body }
    fragment Product on Product { inStock name price shippingEstimate upc weight }
    query Benchmark {
      users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
      topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
    }`,
};
