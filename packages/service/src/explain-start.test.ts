import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from './config.ts';
import { explainStart } from './explain-start.ts';

const password = 'hidden';
const URL = `mongodb://me:${password}@db:27017/?replicaSet=rs0`;
const named = (name: string, message: string, more: object = {}) => Object.assign(new Error(message), { name }, more);

test('a MongoDB that does not answer is named without its password', () => {
  const told = explainStart(named('MongooseServerSelectionError', 'connect ECONNREFUSED'), URL);
  assert.ok(told instanceof ConfigError);
  assert.match(told.message, /MongoDB at mongodb:\/\/db:27017\/ does not answer \(connect ECONNREFUSED\).*MONGO_URL/);
  assert.doesNotMatch(told.message, /hidden/);
});

test('one that refuses us says that, whatever the driver says', () => {
  const told = explainStart(named('MongoServerError', 'Authentication failed.', { code: 18 }), URL);
  assert.match((told as Error).message, /refuses the user or the password/);
});

test('what nobody foresaw stays as it is', () => {
  const error = new TypeError('x is not a function');
  assert.equal(explainStart(error, URL), error);
  const silent = named('MongooseServerSelectionError', 'x');
  assert.equal(explainStart(silent, undefined), silent);
});
