import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from './config.ts';

test('without any variable, the gateway listens on this machine at port 4000', () => {
  const { host, port, introspection, allowedOrigins } = parseConfig({});
  assert.deepEqual({ host, port, introspection, allowedOrigins }, { host: '127.0.0.1', port: 4000, introspection: true, allowedOrigins: [] });
});

test('lists are read', () => {
  const { allowedOrigins, subgraphUrls } = parseConfig({
    ALLOWED_ORIGINS: 'https://a.example, http://localhost:5173',
    SUBGRAPH_URLS: 'auth=http://auth/graphql?x=1, ai=https://ai/graphql',
  });
  assert.deepEqual(allowedOrigins, ['https://a.example', 'http://localhost:5173']);
  assert.deepEqual(subgraphUrls, { auth: 'http://auth/graphql?x=1', ai: 'https://ai/graphql' });
});

test('every fault is named at once, and no secret is shown', () => {
  const env = {
    PORT: '70000',
    ALLOWED_ORIGINS: 'https://a.example/path',
    INTROSPECTION: 'maybe',
    SUBGRAPH_URLS: 'nonsense',
    GATEWAY_PRIVATE_KEY: 'tops3cret',
    MAX_DEPTH: '0',
  };
  assert.throws(
    () => parseConfig(env),
    (error: Error) => {
      assert.equal(error.name, 'ConfigError');
      for (const name of Object.keys(env)) assert.match(error.message, new RegExp(name));
      assert.doesNotMatch(error.message, /tops3cret/);
      return true;
    },
  );
});
