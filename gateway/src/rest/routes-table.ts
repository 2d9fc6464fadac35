/** A parameter in the path or the query string. A `list` may be repeated or separated by commas. */
export interface RestParameter {
  name: string;
  in: 'path' | 'query';
  type: 'string' | 'integer' | 'boolean' | 'list';
  required?: boolean;
  description: string;
}

/** One route: an HTTP shape around one GraphQL operation, which decides access and everything else. */
export interface RestRoute {
  method: 'GET' | 'POST';
  /** Below /api/v1, with `{name}` for parameters. */
  path: string;
  summary: string;
  /** The operation; its root field's value is what `shape` gets. */
  document: string;
  parameters?: readonly RestParameter[];
  /** Takes a JSON body: an object with the fields of this GraphQL input type, or with these variables. */
  body?: { inputType: string } | { variables: Readonly<Record<string, { type: 'string'; required: boolean }>> };
  variables(given: { parameters: Record<string, unknown>; body: Record<string, unknown> }): Record<string, unknown>;
  /** The answer's JSON; for a value of null the route answers 404. Default: the value as it is. */
  shape?(value: any): unknown;
  /** Default 200. */
  status?: number;
}

const page: readonly RestParameter[] = [
  { name: 'first', in: 'query', type: 'integer', description: 'How many, 1 to 100; 20 when absent.' },
  { name: 'after', in: 'query', type: 'string', description: '`pageInfo.endCursor` of the page before.' },
];
const connection = ({ edges, pageInfo, totalCount }: any) => ({ items: edges.map(({ node }: any) => node), pageInfo, totalCount });
const dropEmpty = (value: Record<string, unknown>) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

const INTERACTION = `id externalId channel language receivedAt text customer { id name } sentiment { id label score confidence analyzedAt }`;
const SESSION = `accessToken refreshToken tokenType expiresIn scopes user { id name email roles }`;

/** Everything under /api/v1 but the keys and the description of itself. Its OpenAPI document is made from this table. */
export const REST_ROUTES: readonly RestRoute[] = [
  {
    method: 'POST',
    path: '/interactions',
    summary: 'Store one interaction and start its analysis. The same externalId from the same channel is stored once.',
    document: `mutation submitInteraction($input: SubmitInteractionInput!) { submitInteraction(input: $input) { ${INTERACTION} } }`,
    body: { inputType: 'SubmitInteractionInput' },
    variables: ({ body }) => ({ input: body }),
    status: 201,
  },
  {
    method: 'GET',
    path: '/interactions',
    summary: 'Interactions, newest first.',
    document: `query interactions($filter: InteractionFilter, $first: Int, $after: String) {
      interactions(filter: $filter, first: $first, after: $after) { edges { node { ${INTERACTION} } } pageInfo { hasNextPage endCursor } totalCount }
    }`,
    parameters: [
      { name: 'customerId', in: 'query', type: 'string', description: 'Of this customer only.' },
      { name: 'channel', in: 'query', type: 'list', description: 'Through any of these channels.' },
      { name: 'label', in: 'query', type: 'list', description: 'With any of these sentiments.' },
      { name: 'from', in: 'query', type: 'string', description: 'Received then or later (ISO 8601).' },
      { name: 'to', in: 'query', type: 'string', description: 'Received before then (ISO 8601).' },
      { name: 'text', in: 'query', type: 'string', description: 'With these words.' },
      ...page,
    ],
    variables: ({ parameters: { customerId, channel, label, from, to, text, ...rest } }) => ({
      filter: dropEmpty({ customerId, channel, label, receivedFrom: from, receivedTo: to, text }),
      ...rest,
    }),
    shape: connection,
  },
  {
    method: 'GET',
    path: '/interactions/{id}',
    summary: 'One interaction.',
    document: `query interaction($id: ID!) { interaction(id: $id) { ${INTERACTION} } }`,
    parameters: [{ name: 'id', in: 'path', type: 'string', required: true, description: 'Its id.' }],
    variables: ({ parameters }) => parameters,
  },
  {
    method: 'POST',
    path: '/sentiment/analyze',
    summary: 'Analyse a text without storing it.',
    document: `query analyzeSentiment($text: String!, $language: String) {
      analyzeSentiment(text: $text, language: $language) { label score confidence probabilities { negative neutral positive } language model { name version } }
    }`,
    body: { variables: { text: { type: 'string', required: true }, language: { type: 'string', required: false } } },
    variables: ({ body }) => body,
  },
  {
    method: 'GET',
    path: '/reviews',
    summary: 'The review queue, most urgent first.',
    document: `query reviewQueue($filter: ReviewFilter, $first: Int, $after: String) {
      reviewQueue(filter: $filter, first: $first, after: $after) {
        edges { node { id status priority reasons dueAt overdue createdAt assignee { id } interaction { id } response { id text } } } pageInfo { hasNextPage endCursor } totalCount
      }
    }`,
    parameters: [
      { name: 'status', in: 'query', type: 'list', description: 'In any of these states.' },
      { name: 'priority', in: 'query', type: 'list', description: 'Of any of these priorities.' },
      { name: 'assigneeId', in: 'query', type: 'string', description: 'Held by this person.' },
      { name: 'reason', in: 'query', type: 'list', description: 'For any of these reasons.' },
      { name: 'overdue', in: 'query', type: 'boolean', description: 'Past its due time, or not.' },
      ...page,
    ],
    variables: ({ parameters: { status, priority, assigneeId, reason, overdue, ...rest } }) => ({
      filter: dropEmpty({ status, priority, assigneeId, reason, overdue }),
      ...rest,
    }),
    shape: connection,
  },
  {
    method: 'GET',
    path: '/analytics/kpis',
    summary: 'Key figures of a range of time.',
    document: `query kpis($range: TimeRangeInput!) {
      kpis(range: $range) {
        interactions uniqueCustomers averageScore negativeShare automationRate approvalRate medianResponseTime p95ResponseTime openReviews overdueReviews asOf
      }
    }`,
    parameters: [
      { name: 'from', in: 'query', type: 'string', required: true, description: 'Start of the range, counts (ISO 8601).' },
      { name: 'to', in: 'query', type: 'string', required: true, description: 'End of the range, does not count (ISO 8601).' },
    ],
    variables: ({ parameters: { from, to } }) => ({ range: { from, to } }),
  },
  {
    method: 'POST',
    path: '/auth/sign-in',
    summary: 'Sign in with e-mail and password; gives an access token and a refresh token.',
    document: `mutation signIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { ${SESSION} } }`,
    body: { variables: { email: { type: 'string', required: true }, password: { type: 'string', required: true } } },
    variables: ({ body }) => body,
  },
  {
    method: 'POST',
    path: '/auth/refresh',
    summary: 'A new pair of tokens for a refresh token, which works once.',
    document: `mutation refreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) { ${SESSION} } }`,
    body: { variables: { refreshToken: { type: 'string', required: true } } },
    variables: ({ body }) => body,
  },
];
