import type { FactKind } from '../domain/facts.ts';

const ASPECTS = 'STRUCT(category VARCHAR, label VARCHAR, score DOUBLE)[]';

interface Table {
  columns: Record<string, 'VARCHAR' | 'VARCHAR[]' | 'DOUBLE' | 'TIMESTAMPTZ' | typeof ASPECTS>;
  /** With the tenant, what makes a fact the same fact when its event comes again. */
  key: string;
  /** A fact of the same key takes the place of the stored one when this column is not older. Absent: the first stays. */
  latestBy?: string;
}

const common = { tenant: 'VARCHAR', eventTime: 'TIMESTAMPTZ' } as const;
const aboutInteraction = { ...common, interactionId: 'VARCHAR', customerId: 'VARCHAR', channel: 'VARCHAR' } as const;

const tables: Record<FactKind, Table> = {
  interactions: { key: 'interactionId', columns: { ...aboutInteraction, language: 'VARCHAR', receivedAt: 'TIMESTAMPTZ' } },
  analyses: {
    key: 'interactionId',
    latestBy: 'analyzedAt',
    columns: {
      ...aboutInteraction,
      receivedAt: 'TIMESTAMPTZ',
      analyzedAt: 'TIMESTAMPTZ',
      label: 'VARCHAR',
      score: 'DOUBLE',
      model: 'VARCHAR',
      emotions: 'VARCHAR[]',
      aspects: ASPECTS,
    },
  },
  responses: { key: 'responseId', columns: { ...aboutInteraction, responseId: 'VARCHAR', generatedAt: 'TIMESTAMPTZ', status: 'VARCHAR' } },
  reviews: {
    key: 'reviewItemId',
    columns: { ...aboutInteraction, reviewItemId: 'VARCHAR', responseId: 'VARCHAR', reasons: 'VARCHAR[]', openedAt: 'TIMESTAMPTZ' },
  },
  reviewChanges: {
    key: 'eventId',
    columns: {
      ...common,
      eventId: 'VARCHAR',
      reviewItemId: 'VARCHAR',
      status: 'VARCHAR',
      dueAt: 'TIMESTAMPTZ',
      changedAt: 'TIMESTAMPTZ',
      interactionId: 'VARCHAR',
      customerId: 'VARCHAR',
    },
  },
  reviewDecisions: {
    key: 'eventId',
    columns: { ...aboutInteraction, eventId: 'VARCHAR', reviewItemId: 'VARCHAR', action: 'VARCHAR', decidedBy: 'VARCHAR', decidedAt: 'TIMESTAMPTZ' },
  },
};

/** How `from_json` calls a type that is not plain. */
const jsonShapes: Record<string, unknown> = {
  'VARCHAR[]': ['VARCHAR'],
  [ASPECTS]: [{ category: 'VARCHAR', label: 'VARCHAR', score: 'DOUBLE' }],
};

const names = Object.keys(tables) as FactKind[];

/** Statements that make what is missing. */
export const createTables: readonly string[] = [
  ...names.map((name) => {
    const { columns, key } = tables[name];
    const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}${type.endsWith('[]') ? '' : ' NOT NULL'}`);
    return `CREATE TABLE IF NOT EXISTS ${name} (${definitions.join(', ')}, PRIMARY KEY (tenant, ${key}))`;
  }),
  // Warehouses from before analyses had them.
  'ALTER TABLE analyses ADD COLUMN IF NOT EXISTS emotions VARCHAR[]',
  `ALTER TABLE analyses ADD COLUMN IF NOT EXISTS aspects ${ASPECTS}`,
  // Warehouses from before changes said whose they are.
  'ALTER TABLE reviewChanges ADD COLUMN IF NOT EXISTS interactionId VARCHAR',
  'ALTER TABLE reviewChanges ADD COLUMN IF NOT EXISTS customerId VARCHAR',
  'CREATE TABLE IF NOT EXISTS meta (name VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)',
];

/** One statement that stores any number of rows, given as a JSON array in its parameter `rows`: one bind, however many rows. */
export const insertRows = Object.fromEntries(names.map((name) => [name, insertStatement(name)])) as Record<FactKind, string>;

export const keyOf = (kind: FactKind): string => tables[kind].key;

function insertStatement(name: FactKind): string {
  const { columns, key, latestBy } = tables[name];
  const list = Object.keys(columns);
  const shape = JSON.stringify([Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, jsonShapes[type] ?? type]))]);
  const replace = list.filter((column) => column !== 'tenant' && column !== key).map((column) => `${column} = excluded.${column}`);
  const conflict = latestBy ? `DO UPDATE SET ${replace.join(', ')} WHERE excluded.${latestBy} >= ${name}.${latestBy}` : 'DO NOTHING';
  return (
    `INSERT INTO ${name} (${list.join(', ')}) SELECT ${list.map((column) => `fact.${column}`).join(', ')} ` +
    `FROM (SELECT unnest(from_json($rows::JSON, '${shape}')) AS fact) ON CONFLICT (tenant, ${key}) ${conflict}`
  );
}

/** Time of the tenant's last recorded event. */
export const lastEventTime = `SELECT max(last) FROM (${names.map((name) => `SELECT max(eventTime) AS last FROM ${name} WHERE tenant = $tenant`).join(' UNION ALL ')})`;

const OF_CUSTOMER = 'tenant = $tenant AND customerId = $customerId';
const ERASED = `${OF_CUSTOMER} AND interactionId < $before`;

/** Statements that remove a customer's facts of interactions with an id before `before`. Changes that say nothing of their customer first, as long as their item is known. */
export const eraseStatements: readonly string[] = [
  `DELETE FROM reviewChanges WHERE tenant = $tenant AND customerId IS NULL AND reviewItemId IN (SELECT reviewItemId FROM reviews WHERE ${ERASED})`,
  ...names.map((name) => `DELETE FROM ${name} WHERE ${ERASED}`),
];

const EXPIRED = 'tenant = $tenant AND interactionId < $before AND NOT list_contains($held, interactionId)';
const expiredOf = (name: FactKind): string =>
  name === 'reviewChanges'
    ? `(${EXPIRED} OR (tenant = $tenant AND interactionId IS NULL AND reviewItemId IN (SELECT reviewItemId FROM reviews WHERE ${EXPIRED})))`
    : EXPIRED;

/** How many facts have become too old. */
export const countExpired = `SELECT sum(facts)::DOUBLE AS facts FROM (${names.map((name) => `SELECT count(*) AS facts FROM ${name} WHERE ${expiredOf(name)}`).join(' UNION ALL ')})`;

/** A statement a kind that removes at most `first` of them. Changes come before the items that some of them are known by. */
export const removeExpired: readonly string[] = names
  .toSorted((a, b) => Number(b === 'reviewChanges') - Number(a === 'reviewChanges'))
  .map((name) => `DELETE FROM ${name} WHERE rowid IN (SELECT rowid FROM ${name} WHERE ${expiredOf(name)} LIMIT $first)`);

/** One kind of a customer's facts, page by page. */
export const factsOfCustomer = (name: FactKind): string =>
  `SELECT * FROM ${name} WHERE ${OF_CUSTOMER} AND ($after IS NULL OR ${keyOf(name)} > $after) ORDER BY ${keyOf(name)} LIMIT $first`;
