import { useQuery } from '@apollo/client/react';
import { graphql } from '../../generated/index.ts';

const CustomerNameDocument = graphql(`
  query CustomerName($id: ID!) {
    customer(id: $id) {
      id
      name
    }
  }
`);

/** What a customer is called, where only the id is at hand; the id until the name is there. */
export function CustomerName({ id }: { id: string }) {
  const { data } = useQuery(CustomerNameDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  return data?.customer?.name ?? id;
}
