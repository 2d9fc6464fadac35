import { getNullableType, type GraphQLInputType, type GraphQLSchema, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { RestRoute } from './routes-table.ts';

type Json = Record<string, unknown>;

const PROBLEM = {
  description: 'What is wrong and what to do about it (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The OpenAPI 3.1 description of the routes; bodies are described from the graph's input types. */
export function describeRoutes(routes: readonly RestRoute[], schema: GraphQLSchema): Json {
  const paths: Record<string, Json> = {};
  for (const { method, path, summary, document, parameters = [], body, status = 200 } of routes) {
    const input = body && 'inputType' in body ? schema.getType(body.inputType) : undefined;
    const content = body && ('variables' in body ? ofVariables(body.variables) : isInputObjectType(input) ? ofInput(input) : { type: 'object' });
    (paths[`/api/v1${path}`] ??= {})[method.toLowerCase()] = {
      operationId: /^\s*\w+ (\w+)/.exec(document)?.[1],
      summary,
      parameters: parameters.map(({ name, in: place, type, required = false, description }) => ({
        name,
        in: place,
        required,
        description,
        schema: type === 'list' ? { type: 'array', items: { type: 'string' } } : { type },
      })),
      ...(content ? { requestBody: { required: true, content: { 'application/json': { schema: content } } } } : {}),
      responses: { [status]: { description: 'Done.', content: { 'application/json': { schema: { type: 'object' } } } }, default: PROBLEM },
      security: path.startsWith('/auth/') ? [] : [{ accessToken: [] }, { clientCredentials: [] }],
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CustomerAI Insights Platform', version: '1', description: 'A part of the graph at /graphql for callers without GraphQL.' },
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        clientCredentials: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/api/v1/auth/token', scopes: {} } } },
      },
      schemas: {
        Problem: {
          type: 'object',
          properties: {
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            code: { type: 'string' },
            traceId: { type: 'string' },
          },
        },
      },
    },
  };
}

const ofVariables = (variables: Readonly<Record<string, { type: string; required: boolean }>>): Json => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(variables).map(([name, { type }]) => [name, { type }])),
  required: Object.keys(variables).filter((name) => variables[name]!.required),
});

const SCALARS: Record<string, Json> = {
  String: { type: 'string' },
  ID: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  Duration: { type: 'string', format: 'duration' },
};

function ofInput(type: GraphQLInputType): Json {
  const nullable = getNullableType(type) as GraphQLInputType;
  if (isListType(nullable)) return { type: 'array', items: ofInput(nullable.ofType) };
  if (isEnumType(nullable)) return { type: 'string', enum: nullable.getValues().map(({ name }) => name) };
  if (!isInputObjectType(nullable)) return SCALARS[String(nullable)] ?? {};
  const fields = Object.values(nullable.getFields());
  return {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name, { ...ofInput(field.type), ...(field.description ? { description: field.description } : {}) }]),
    ),
    required: fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined).map(({ name }) => name),
  };
}
