interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * Every node of a list, page by page as it is read: `for await (const item of paginate((after) => client.reviewQueue({ after })))`.
 */
export async function* paginate<Node>(fetchPage: (after: string | null) => Promise<Connection<Node>>): AsyncGenerator<Node> {
  let after: string | null = null;
  do {
    const { edges, pageInfo }: Connection<Node> = await fetchPage(after);
    for (const { node } of edges) yield node;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
